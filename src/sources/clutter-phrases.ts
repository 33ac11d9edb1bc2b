/** The wording of what stands around articles, in English and Korean. Every phrase is general to news sites. */

/** Any of the phrases; a space in one stands for itself. */
const any = (phrases: readonly string[]) => `(?:${phrases.join("|")})`;

/** A line that says this and nothing else begins what follows an article. */
export const endings = new RegExp(
  `^${any([
    "(?:more )?related(?: (?:links?|articles?|stories|news|topics|content|posts?|coverage|reading|items))?",
    "(?:read |see )?more (?:from|on|in|about|by|stories|news|headlines|articles)(?: .{1,50})?",
    "(?:the )?most (?:read|popular|viewed|shared|commented|recent|watched)(?: .{1,20})?",
    "recommended(?: (?:for you|stories|articles|reading|videos))?",
    "you (?:may|might) (?:also )?(?:like|enjoy|be interested in)(?: .{1,20})?",
    "what to read next|up next|read next|also on .{1,40}|also in (?:this|the) .{1,30}",
    "trending(?: now| stories| topics)?|top (?:stories|news|headlines|picks)",
    "(?:the )?latest (?:news|stories|posts|headlines|articles|updates|videos)|breaking news",
    "editor(?:s|['’]s|s['’])? (?:picks?|choice)|popular (?:posts|stories|now|articles)|recent (?:posts|comments|stories)",
    "(?:\\d{1,6} |no |leave a |leave your |post a |post your |view |view all |add a |write a )?(?:comments?|replies|responses)(?: \\(?\\d{1,6}\\)?| on this .{1,20}| section)?|(?:leave a|post a|leave your|post your|write a) (?:reply|response)",
    "join the (?:conversation|discussion|debate)",
    "share (?:this|on|via|the)(?: .{1,60})?",
    "(?:filed under|filed in|tags?|tagged|topics|categories|category|keywords|posted in) ?:.{0,200}|tags|topics|filed under",
    "(?:source|sources|via) ?: ?.{1,80}",
    "about the authors?|about (?:us|this site)|contact us|follow us(?: on)?(?: .{1,60})?",
    "(?:previous|next|older|newer) (?:article|post|story|posts)s?",
    "관련 ?(?:기사|뉴스)|많이 본 (?:기사|뉴스)|인기 ?(?:기사|뉴스)|댓글.{0,10}|기자 ?정보|ⓒ.{1,60}",
  ])} ?[:.»›>]{0,3}$`,
  "iu",
);

/** Endings below which the text never goes on. */
export const finalEndings =
  /^(?:(?:\d{1,6} |view |view all |all |no )?comments\b|\d{1,6} (?:comment|repl(?:y|ies)|responses?)\b|leave (?:a|your)|post a|add a|write a|join the|©|\(c\)|copyright|댓글|ⓒ|저작권자)|\ball rights reserved\b|무단 ?전재/iu;

/** Boxes that stand inside texts as often as below them. */
export const insetEndings = /^(?:related|you (?:may|might)|(?:read |see )?more (?:on|about)|share)\b/iu;

/** Where the legal part of a page begins. */
export const legalLine = new RegExp(
  any([
    "^(?:©|\\(c\\)|ⓒ|copyrights?\\b)",
    "^(?:the )?(?:contents?|materials?|articles?)\\b.{0,60}\\bcopyright",
    "\\ball rights reserved\\b",
    "^(?:<?저작권자|\\[?ⓒ)|무단 ?전재|무단 ?복제",
  ]),
  "iu",
);

/** A short line that opens like this asks the reader to do something, on the page or for the outlet. */
export const appeals = new RegExp(
  `^(?:please )?${any([
    "subscribe|subscriptions?:|sign up|sign in|log ?in|log ?out|register (?:now|here|for|today|to)|already a (?:subscriber|member)",
    "join (?:our|the \\p{L}+ (?:channel|community|newsletter))|join us on|follow (?:us on|our|@)|like us on|find us on",
    "click (?:here|to|on)|tap (?:here|to)|download (?:our|the) .{0,20}\\bapp|open in app|get the app",
    "donate|support (?:our|independent|quality) \\p{L}+|become a (?:\\p{L}+ )?(?:member|supporter|subscriber|patron|donor)",
    "make a (?:one.?off |monthly |small )?(?:donation|contribution)|we need your (?:help|support)|help (?:us|keep us) (?:stay|going|grow|keep|fund|improve|to)|do you have (?:a|any) (?:story|tip|information)|got a (?:story|tip)",
    "thank(?:s| you) for (?:being here|reading|visiting|signing|subscribing|supporting|your (?:support|interest))",
    "enter your e-?mail|get (?:our|the) (?:latest|daily|weekly|best|free|news)|get (?:unlimited|breaking)|want (?:more|the latest)",
    "(?:also )?read (?:more|also|next|full|the full|it in|this|in app)\\b ?[:»>–-]?|see also|see more|view more|load more|show (?:more|less|all)",
    "continue reading|keep reading|scroll (?:down|to)|swipe (?:left|right|for)|back to (?:top|home)|skip to|skip ad|jump to (?:comments|navigation|content)",
    "watch(?: now| live| more| the video)? ?:|watch (?:now|live|more|the video)$|listen(?: now| to this.{0,20})?$|listen ?:|related ?:|more ?:",
    "(?:story|article) continues|advertisements?|advertising$|sponsored|promoted (?:content|stories)|paid (?:post|content)|ad$",
    "comment using|comments are closed|be the first to comment|report (?:a|an|this) (?:typo|error|correction|ad|comment)",
    "print this|print article|e-?mail this|copy (?:the )?link|copied|hide (?:caption|comments)|toggle (?:caption|menu|navigation|search)|enlarge (?:this )?image|image \\d",
    "all about .{1,60} at \\S{1,40}\\.(?:com|net|org)|learn (?:more )?about .{1,80} at \\S{1,40}\\.(?:com|net|org)",
    "(?:accept|reject|manage|allow|cookie)(?: all)?(?: cookies| preferences| settings)?$|loading\\b|please wait|photo gallery|\\d+ (?:min(?:ute)?s?|hours?|days?) (?:read|ago)|\\d{1,6} (?:shares?|views?|likes?|comments?)",
    "기사 ?제보|구독|기사 ?공유|글자 ?크기|본문 ?듣기|카카오톡|페이스북|이 기사를",
  ])}(?!\\p{L})`,
  "iu",
);

/** Phrases that speak of the site, not of the world. */
export const siteTalk = new RegExp(
  `(?<!\\p{L})${any([
    "(?:use|uses|using|accept|of|set|store) cookies|cookie (?:policy|settings|consent|preferences|notice)",
    "privacy (?:policy|statement|notice)|terms (?:of (?:use|service)|and conditions|& conditions)",
    "ad.?block(?:er|ers|ing)?|paywall|usernames? and passwords?|credit card or|billed (?:once|monthly|annually|yearly)",
    "our (?:newsletters?|readers|journalism|news (?:coverage|sites?|team)|websites?|supporters|subscribers|sponsors|advertisers|mailing list)",
    "(?:free|daily|weekly|morning|e-?mail) newsletters?|your (?:inbox|browser|e-?mail address|subscription|donation|contribution)",
    "enable javascript|javascript (?:is|to be) (?:disabled|enabled)|(?:regular|monthly) (?:supporter|contributor)|one.?off contribution|unlimited (?:digital )?access",
    "may not be (?:published|reproduced|redistributed|republished)|without (?:prior |express )?(?:written )?permission",
    "by (?:clicking|signing up|subscribing|continuing to (?:use|browse))|(?:on|our) facebook page|(?:our|on) (?:telegram|whatsapp) channel|\\p{Lu}\\p{L}+ telegram channel",
    "app store|google play|disqus|comments? (?:policy|section)|community (?:guidelines|standards)|newsroom standards|trust principles",
    "(?:reporting|writing|editing) by .{1,80}; ?(?:additional reporting|editing|writing) by|is (?:published|owned and operated) by",
    "쿠키를|개인정보 ?처리방침|이용약관",
  ])}(?!\\p{L})`,
  "giu",
);

const set = (words: string) => new Set(words.split(" "));

export const shareWords = set(
  "share tweet facebook twitter x linkedin reddit whatsapp telegram pinterest email e-mail mail print copy link save like digg google tumblr messenger line kakaotalk weibo wechat flipboard pocket bluesky threads mastodon instagram youtube rss sms viber skype comment comments adjust bookmark subscribe follow favorite font text size a aa smaller larger listen view views shares likes reblog stumbleupon delicious plus more on via by this article whats app",
);

export const menuWords = set(
  "home news world politics business opinion sport sports culture technology tech science health life lifestyle video videos photos pictures gallery galleries podcasts podcast newsletters newsletter weather travel entertainment economy markets market asia africa europe americas us uk korea national local international latest live about contact advertise careers jobs help faq search menu login register subscribe donate archive archives editorial features analysis columns blogs blog magazine radio tv english more sections sitemap and close open my account sign in up log out cookies privacy terms conditions policy accessibility of use our who we are the",
);

export const captionOpenings = new RegExp(
  `^(?:\\(?${any([
    "(?:file |handout )?(?:photos?|images?|pictures?|pics?)(?: (?:by|credit|credits|courtesy|source|taken|shows?|from))? ?[:/|©]",
    "(?:file |handout )?(?:photo|image|picture) (?:by|courtesy|credit)",
    "(?:photo )?captions? ?:|credits? ?:|illustration ?:|graphic ?:|file photo\\b|getty images|ap photo|reuters/|afp/",
    "사진|\\[사진",
  ])})`,
  "iu",
);

export const agencyNames =
  /^(?:(?:the )?(?:getty(?: images)?|shutterstock|reuters|afp|ap|epa|kcna|kns|yonhap|xinhua|tass|upi|associated press|agence france-presse|korean central news agency|연합뉴스|뉴시스|뉴스1))\b/iu;
