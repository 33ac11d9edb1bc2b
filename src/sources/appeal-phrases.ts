import { phrases } from "./clutter-phrases.ts";

const accounts = phrases(String.raw`
  subscribe
  subscriptions?:
  sign up
  sign in
  log ?in
  log ?out
  register (?:now|here|for|today|to)
  already a (?:subscriber|member)
  join (?:our|the \p{L}+ (?:channel|community|newsletter))
  join us on
  follow (?:us on|our|@)
  like us on
  find us on
  enter your e-?mail
  get (?:our|the) (?:latest|daily|weekly|best|free|news)
  get (?:unlimited|breaking)
  download (?:our|the) .{0,20}\bapp
  open in app
  get the app
  want (?:more|the latest)
  follow (?:me|him|her|them) on
  (?:please )?enter your
  you must be logged in
  get .{1,60} delivered\b
  stay (?:up to date|informed|tuned)
  (?:breaking|daily|morning|evening|weekly) (?:news|briefing) emails?$
  no spam\b
  i agree that
`);

const support = phrases(String.raw`
  donate
  support (?:our|independent|quality) \p{L}+
  become a (?:\p{L}+ )?(?:member|supporter|subscriber|patron|donor)
  make a (?:one.?off |monthly |small )?(?:donation|contribution)
  we need your (?:help|support)
  help (?:us|keep us) (?:stay|going|grow|keep|fund|improve|to)
  thank(?:s| you) for (?:being here|reading|visiting|signing|subscribing|supporting|your (?:support|interest))
  do you have (?:a|any) (?:story|tip|information)
  got a (?:story|tip)
  (?:have|got) a (?:news )?tip\b
  (?:if you|when you) (?:buy|purchase|click)\b.{0,150}\b(?:share|commission|charity|fee)\b
  like this (?:story|article|post)\b
  sharing is caring
  we want to hear (?:from you|your)
`);

const furtherReading = phrases(String.raw`
  (?:also )?read (?:more|also|next|full|the full|it in|this|in app)\b ?[:»>–-]?
  see also
  see more
  view more
  load more
  show (?:more|less|all)
  continue reading
  keep reading
  scroll (?:down|to)
  swipe (?:left|right|for)
  back to (?:top|home)
  skip to
  skip ad
  jump to (?:comments|navigation|content)
  click (?:here|to|on)
  tap (?:here|to)
  watch(?: now| live| more| the video)? ?:
  watch (?:now|live|more|the video)$
  listen(?: now| to this.{0,20})?$
  listen ?:
  related ?:
  more ?:
  (?:story|article) continues
  (?:related|recommended) (?:post|story|article|video|coverage|reading)s? ?:
  also ?:
  also on \S{1,40}\.(?:com|net|org)\b
`);

const advertising = phrases(`
  advertisements?
  advertising$
  sponsored
  promoted (?:content|stories)
  paid (?:post|content)
  ad$
  advert$
`);

const pageControls = phrases(String.raw`
  comment using
  comments are closed
  comments (?:will be|are) (?:pre-?)?moderated
  media playback is (?:un|not )supported
  be the first to comment
  report (?:a|an|this) (?:typo|error|correction|ad|comment)
  print this
  print article
  e-?mail this
  copy (?:the )?link
  copied
  hide (?:caption|comments)
  toggle (?:caption|menu|navigation|search)
  enlarge (?:this )?image
  image \d
  all about .{1,60} at \S{1,40}\.(?:com|net|org)
  learn (?:more )?about .{1,80} at \S{1,40}\.(?:com|net|org)
  (?:accept|reject|manage|allow|cookie)(?: all)?(?: cookies| preferences| settings)?$
  loading\b
  please wait
  photo gallery
  \d+ (?:min(?:ute)?s?|hours?|days?) (?:read|ago)
  \d{1,6} (?:shares?|views?|likes?|comments?)
  share your (?:thoughts|views)
  please (?:check|try) .{0,60}
  this (?:slideshow|video|page|site|website) (?:requires|is best)
  post limit reached
  all quotes delayed
  opinions expressed (?:by|here|in)\b
  close$
  caption$
  replay$
`);

const koreanAppeals = phrases(`
  기사 ?제보
  구독
  기사 ?공유
  글자 ?크기
  본문 ?듣기
  카카오톡
  페이스북
  이 기사를
`);

/** A short line that opens like this asks the reader to do something, on the page or for the outlet. */
export const appeals = new RegExp(
  String.raw`^(?:please )?(?:${accounts}|${support}|${furtherReading}|${advertising}|${pageControls}|${koreanAppeals})(?!\p{L})`,
  "iu",
);

const english = phrases(String.raw`
  (?:use|uses|using|accept|of|set|store) cookies
  cookie (?:policy|settings|consent|preferences|notice)
  privacy (?:policy|statement|notice)
  terms (?:of (?:use|service)|and conditions|& conditions)
  ad.?block(?:er|ers|ing)?
  paywall
  usernames? and passwords?
  credit card or
  billed (?:once|monthly|annually|yearly)
  our (?:newsletters?|readers|journalism|news (?:coverage|sites?|team)|websites?|supporters|subscribers|sponsors|advertisers|mailing list)
  (?:free|daily|weekly|morning|e-?mail) newsletters?
  your (?:inbox|browser|e-?mail address|subscription|donation|contribution)
  enable javascript
  javascript (?:is|to be) (?:disabled|enabled)
  (?:regular|monthly) (?:supporter|contributor)
  one.?off contribution
  unlimited (?:digital )?access
  may not be (?:published|reproduced|redistributed|republished)
  without (?:prior |express )?(?:written )?permission
  by (?:clicking|signing up|subscribing|continuing to (?:use|browse))
  (?:on|our) facebook page
  (?:our|on) (?:telegram|whatsapp) channel
  \w{2,30} telegram channel
  (?:download|available|get it|find us) (?:it )?(?:on|from|in|at) (?:the )?(?:app store|google play)
  disqus
  comments? (?:policy|section)
  community (?:guidelines|standards)
  newsroom standards
  trust principles
  is (?:published|owned and operated) by
  affiliate (?:links?|commissions?|disclosure)
  links (?:on|in|through) (?:our|this) (?:site|post|page)
  supported by its (?:audience|readers)
  best viewed (?:in|using|with)
  (?:may|can) be reached (?:at|on|by e-?mail)
  is a (?:subsidiary|division|registered trademark|trademark) of
  (?:comments|questions|suggestions) (?:or (?:questions|comments) )?to \[?\S{1,40}@
  opinions expressed (?:by|here|in this)
`);

/** Phrases that speak of the site, not of the world. */
export const siteTalk = new RegExp(String.raw`\b${english}\b`, "gi");
export const koreanSiteTalk = /쿠키를|개인정보 ?처리방침|이용약관/g;

/** Who else worked on a text, below it: "(Reporting by Ann Lee; Editing by Bo Park)". */
export const staffCredits = new RegExp(
  phrases(String.raw`
  ^[([]?(?:additional )?(?:reporting|writing|editing|compiled|translated|edited|written) by \p{Lu}
  \bcontributed (?:reporting|to this (?:report|story|article))\b.{0,40}$
  ^(?:the )?(?:associated press|ap|reuters|afp) (?:writers?|journalists?|reporters?) .{1,200}\bcontributed\b
`),
  "iu",
);
