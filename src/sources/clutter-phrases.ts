/**
 * The wording of what stands around articles, in English and Korean: one phrase a line, each general to news sites and
 * written as a regular expression in which a space stands for itself. The longer list of appeals has its own file.
 */

/** Any of the phrases of a list. */
export function phrases(list: string): string {
  return `(?:${list
    .trim()
    .split(/\s*\n\s*/)
    .join("|")})`;
}

const otherArticles = phrases(`
  (?:more )?related(?: (?:links?|articles?|stories|news|topics|content|posts?|coverage|reading|items))?
  (?:read |see )?more (?:from|on|in|about|by|stories|news|headlines|articles)(?: .{1,50})?
  (?:the )?most (?:read|popular|viewed|shared|commented|recent|watched)(?: .{1,20})?
  recommended(?: (?:for you|stories|articles|reading|videos))?
  you (?:may|might) (?:also )?(?:like|enjoy|be interested in)(?: .{1,20})?
  what to read next
  up next
  read next
  also on .{1,40}
  also in (?:this|the) .{1,30}
  trending(?: now| stories| topics)?
  top (?:stories|news|headlines|picks)
  (?:the )?latest (?:news|stories|posts|headlines|articles|updates|videos)
  breaking news
  editor(?:s|['’]s|s['’])? (?:picks?|choice)
  popular (?:posts|stories|now|articles)
  recent (?:posts|comments|stories)
  also read
  (?:suggested|promoted|sponsored) (?:stories|content|links|posts|articles)
  (?:from )?(?:around|across) the web
  from our partners
  in other news
  don['’]t miss(?: .{1,20})?
  next up(?: .{1,20})?
  trending on .{1,30}
  (?:last|latest|other|further|more) (?:news|stories|headlines)
`);

const readersComments = phrases(String.raw`
  (?:\d{1,6} |no |leave a |leave your |post a |post your |view |view all |add a |write a )?(?:comments?|replies|responses)(?: \(?\d{1,6}\)?| on this .{1,20}| section)?
  (?:leave a|post a|leave your|post your|write a) (?:reply|response)
  join the (?:conversation|discussion|debate)
  (?:leave|cancel) (?:a )?(?:reply|comment)
`);

const aboutArticle = phrases(`
  (?:filed under|filed in|tags?|tagged|topics|categories|category|keywords|posted in) ?:.{0,200}
  tags
  topics
  filed under
  (?:source|sources|via) ?: ?.{1,80}
  about the authors?
  about (?:us|this site)
  contact us
  share (?:this|on|via|the)(?: .{1,60})?
  follow us(?: on)?(?: .{1,60})?
  (?:previous|next|older|newer) (?:article|post|story|posts)s?
`);

const koreanEndings = phrases(`
  관련 ?(?:기사|뉴스)
  많이 본 (?:기사|뉴스)
  인기 ?(?:기사|뉴스)
  댓글.{0,10}
  기자 ?정보
  ⓒ.{1,60}
`);

/** A line that says this and nothing else begins what follows an article. */
export const endings = new RegExp(
  `^(?:${otherArticles}|${readersComments}|${aboutArticle}|${koreanEndings}) ?[:.»›>]{0,3}$`,
  "iu",
);

/** Endings below which the text never goes on. */
export const finalEndings = new RegExp(
  phrases(String.raw`
  ^(?:\d{1,6} |view |view all |all |no )?comments\b
  ^\d{1,6} (?:comment|repl(?:y|ies)|responses?)\b
  ^leave (?:a|your)
  ^(?:post|add|write) a
  ^join the
  ^(?:©|\(c\)|copyright)
  ^(?:댓글|ⓒ|저작권자)
  \ball rights reserved\b
  무단 ?전재
`),
  "iu",
);

/** Boxes that stand inside texts as often as below them. */
export const insetEndings = /^(?:related|you (?:may|might)|(?:read |see )?more (?:on|about)|share)\b/iu;

/** Where the legal part of a page begins. */
export const legalLine = new RegExp(
  phrases(String.raw`
  ^(?:©|\(c\)|ⓒ|copyrights?\b)
  ^(?:the )?(?:contents?|materials?|articles?)\b.{0,60}\bcopyright
  \ball rights reserved\b
  ^(?:<?저작권자|\[?ⓒ)
  무단 ?전재
  무단 ?복제
`),
  "iu",
);

/** How a line starts that belongs to a picture. */
export const captionOpenings = new RegExp(
  String.raw`^\(?${phrases(String.raw`
  (?:file |handout )?(?:photos?|images?|pictures?|pics?)(?: (?:by|credit|credits|courtesy|source|taken|shows?|from))? ?[:/|©]
  (?:file |handout )?(?:photo|image|picture) (?:by|courtesy|credit)
  (?:photo )?captions? ?:
  credits? ?:
  illustration ?:
  graphic ?:
  file photo\b
  getty images
  ap photo
  reuters/
  afp/
  사진
  \[사진
  (?:image|photo|picture|media|video) ?(?:copyright|caption|credit|illustration)
  (?:in )?this (?:undated |recent )?(?:(?:file|handout|undated) )?(?:photo|image|picture|photograph|combination|illustration)\b
  in this .{1,60}\bfile (?:photo|image)\b
  above:
`)}`,
  "iu",
);

/** How a line ends that belongs to a picture: "PHOTO: REUTERS", "File Photo by Yonhap", "at PanmunjomCredit:". */
export const captionEndings =
  /\p{L}credit ?:$|(?:\b(?:photos?|images?|pictures?|photographs?)(?: credit)?(?: by| ?:| ?\/)|credits?(?:\.\.\.|…| ?:)) ?[^.!?:]{2,60}$/iu;

/** Who stands where in a picture: "(L)", "(2nd from right)", "third from left". */
export const captionPlaces =
  /\((?:\d(?:st|nd|rd|th) |second |third |fourth )?(?:from )?(?:left|right|cent(?:er|re)|[LRC])\)|, (?:second|third|fourth|\d(?:st|nd|rd|th)) from (?:the )?(?:left|right)\b/u;

/** What captions tell, in the present: "Kim Jong Un waves from a car in Pyongyang." */
export const captionScenes =
  /\b(?:arrives?|attends?|delivers?|embraces?|gestures?|greets?|holds?|hugs?|inspects?|leads?|leaves?|listens?|looks?|meets?|poses?|reacts?|rides?|shakes?|shows?|sits?|smiles?|speaks?|stands?|takes?|talks?|visits?|walks?|watch(?:es)?|waves?|(?:is|are) (?:seen|pictured|displayed|shown))\b/iu;

/** What reports tell, in the past or as somebody's words. */
export const reports =
  /\b(?:was|were|had|did|will|would|could|should|may|might|must|said|says|told|came|fell|gave|held|left|made|met|put|rose|saw|sent|spoke|took|went|won|wrote)\b|(?<!\b(?:is|are) )\b\p{L}{2,30}ed\b(?! by\b)/iu;

const agencies = phrases(`
  getty(?: images)?
  shutterstock
  alamy
  reuters
  afp
  ap
  upi
  epa
  dpa
  efe
  ansa
  pti
  ani
  ians
  aap
  bernama
  antara
  anadolu(?: agency)?
  interfax
  sputnik
  kcna
  kns
  kyodo(?: news)?
  jiji
  yonhap(?: news(?: agency)?)?
  newsis
  news1
  xinhua
  tass
  bloomberg
  associated press
  agence france-presse
  united press international
  korean central news agency
  연합뉴스
  뉴시스
  뉴스1
`);

/** A news agency or a supplier of pictures, at the start of a text. */
export const agencyNames = new RegExp(String.raw`^(?:the )?${agencies}(?![\p{L}\d])`, "iu");

const wordsOf = (list: string) => new Set(list.trim().split(/\s+/));

/** A line of nothing but these is a row of buttons. */
export const shareWords = wordsOf(`
  share tweet facebook twitter x linkedin reddit whatsapp whats app telegram pinterest email e-mail mail line kakaotalk
  weibo wechat messenger flipboard pocket bluesky threads mastodon instagram youtube rss sms viber skype digg google
  tumblr stumbleupon delicious print copy link save like likes shares views view reblog comment comments adjust bookmark
  subscribe follow favorite font text size a aa smaller larger listen plus more on via by this article
`);

/** A line of nothing but these is a menu. */
export const menuWords = wordsOf(`
  home news world politics business opinion sport sports culture technology tech science health life lifestyle video
  videos photos pictures gallery galleries podcasts podcast newsletters newsletter weather travel entertainment economy
  markets market asia africa europe americas us uk korea national local international latest live about contact
  advertise careers jobs help faq search menu login register subscribe donate archive archives editorial features
  analysis columns blogs blog magazine radio tv english more sections sitemap and close open my account sign in up log
  out cookies privacy terms conditions policy accessibility of use our who we are the
`);
