/** The name without accents, in small letters, with only its letters: "Kim Jong-un" and "KIM JONG UN" are `kimjongun`. */
export function compact(name: string): string {
  return plain(name).replace(/[^\p{L}]/gu, "");
}

/** Small letters without accents; all else stays. */
export function plain(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øłđßæœı]/gu, (letter) => withoutAccent[letter] ?? letter);
}

const withoutAccent: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i" };

/** One Korean syllable in any of the usual romanisations (Revised, McCune-Reischauer, North Korean, everyday). */
const korean =
  /^(?:kk|tt|pp|ss|jj|ch|sh|kh|th|ph|[gkndtrlmbpsjh])?(?:yeo|yae|wae|woo|you|eui|oeu|ae|ai|ya|ye|yo|yu|wa|we|wi|wo|oo|oh|ou|ui|eo|eu|oe|ee|[aeiouy])(?:ng|ck|gk|lk|hn|hm|[nmkgrlptbdsh])?$/;

/** One syllable of Pinyin, Wade-Giles or the Cantonese and Hokkien spellings that newspapers use. */
const chinese =
  /^(?:zh|ch|sh|hs|ts|tz|kw|ng|[bpmfdtnlgkhjqxrzcswy])?(?:iang|iong|uang|ueng|iao|ian|ien|iew|ing|uai|uan|ang|eng|ong|ung|ai|ei|ew|ao|oong|ou|oo|ee|an|en|in|un|on|ia|ie|iu|ua|ui|ue|uo|oi|er|ih|yi|[aeiou])(?:n|k|t|p|m|h)?$/;

const vowels = /[aeiouy]+/g;

/** A given name that could be Korean or Chinese: one or two syllables, however they are joined. */
export function isSyllables(part: string): boolean {
  const letters = part.toLowerCase();
  if (korean.test(letters) || chinese.test(letters)) return true;
  if (letters.length < 4 || letters.length > 12 || (letters.match(vowels)?.length ?? 0) > 3) return false;
  for (let cut = 1; cut < letters.length; cut++) {
    const [head, tail] = [letters.slice(0, cut), letters.slice(cut)];
    if ((korean.test(head) && korean.test(tail)) || (chinese.test(head) && chinese.test(tail))) return true;
  }
  return false;
}

/** A part of a Korean given name that is one syllable. */
export function isSyllable(part: string): boolean {
  const letters = part.toLowerCase();
  return korean.test(letters) || chinese.test(letters);
}

export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Family names that come before the given name, as newspapers write them: Korean, then Chinese, then Vietnamese. */
export const eastFamilies = words(`
  kim gim lee yi rhee ri li park pak bak choi choe chae chung jung jeong chong cheong jong kang gang cho jo joe yoon yun
  chang jang lim im rim han oh o seo suh so shin sin kwon gwon hwang ahn an song jun jeon chun chon hong yoo yu ryu
  ryoo you ko koh goh go moon mun yang ryang son sohn bae pae baek paek paik heo hur huh ho nam sim shim noh roh no ro
  ha kwak gwak sung seong cha joo ju chu woo u koo ku gu min na ra jin chin ji eom um won cheon bang pang kong gong
  hyon hyun hyeon ham byun pyon yeom ryom yom yeo ryo choo do to suk sok sol ma kil gil yeon ryon wi pyo myung myong
  ki kee ban pan wang geum kum ok yook yuk in maeng mo nae namgung namkung sunwoo hwangbo jegal seonwoo tae thae thak
  tak kuk guk kye guk e eun pyun ye kye mok tong dong ok paeng o eoh hyong jon
  xi hu wen wu zhang wang li liu chen zhao zhou xu sun zhu lin he guo gao luo zheng liang xie tang deng xiao feng cheng
  cai peng pan yuan dong su lu jiang cui zhong tian ren fan fang shi yao tan liao zou xiong qiao jia hou qin gu shao
  meng long wan duan qian geng hua mao le bo dai fu kong bai ding wei yan yin ye du shen shu ai chan cheung chow chiang
  lam leung tsai tsang tung ng kwok lau lai hsieh hsu soong tsao chow yip mak ho kuo ma
  nguyen tran le pham hoang phan vu vo dang bui do ho ngo duong ly`);

/** Family names of East Asia that are so frequent that at the end of a name they are the family name. */
export const topFamilies = words(
  "kim lee park pak choi choe yoon yun jang kang lim shin hwang ahn hong ryu ko moon bae baek nam cha koo han cho chung oh jung wang chen zhang liu nguyen tran pham",
);

/** Japanese family names that the news of the region is full of; they stand last in most outlets and first in some. */
export const japaneseFamilies = words(`
  abe suga kishida ishiba aso kono koizumi tanaka sato suzuki takahashi watanabe ito yamamoto nakamura kobayashi kato
  yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu saito mori fukuda hatoyama kan noda nakasone
  takaichi onodera iwaya kawano hagiuda motegi kamikawa hamada kihara nishimura yokota kanai taniguchi obuchi hashimoto
  murayama miyazawa takeshita tanigaki okada edano ozawa maehara genba gemba machimura nakatani inada kanasugi`);

/** Small words inside a family name. */
export const particles = words("van von der den de del della di da dos du la le bin ibn al el ter ten zu y");

/** Given names that mark two or three capitalised words as a person. No name that is as often a place. */
export const givenNames = words(`
  aaron abdul abdullah abdel abigail abraham adam adrian ahmad ahmed aidan aisha akira alan albert alberto alejandro alec
  aleksandr aleksei alex alexander alexandra alexei alexey alexis alfred ali alice alicia alison allan allen allison
  alyssa amanda amber amir amit amy ana anatoly andrea andreas andrei andres andrew andrey andy angela angus anita anja
  ann anna anne annie anthony antoine anton antonio antony april archie ariel arjun arnold arthur asad ashley ashton
  audrey avril barack barbara barry bart basil beatrice becky ben benjamin bernard bernie beth betsy betty bill billy
  bob bobby bonnie boris brad bradley brandon brenda brendan brent brett brian brianna bridget bruce bruno bryan caitlin
  cameron camille carl carla carlo carlos carly carmen carol caroline carolyn carrie catherine cathy cecilia celia chad
  charles charlie charlotte chelsea cheryl chloe chris christian christina christine christoph christopher chuck cindy
  claire clara clare claude claudia clint clive colin condoleezza connie conor corey cory courtney craig cristina curtis
  cynthia cyril daisuke dale damian damien dan dana daniel daniela danielle danny darren daryl dave david dawn dean
  deborah debra denis denise dennis derek desmond diana diane didier diego dieter dinesh dmitri dmitry dominic dominique
  don donald donna doris dorothy doug douglas duncan dustin dwight dylan earl ed eddie edgar edmund eduardo edward
  edwin eileen elaine eleanor elena eli elias elisabeth elise elizabeth ellen elliot elliott emil emily emma emmanuel
  enrique eric erica erich erik erika erin ernest ernesto esther ethan eugene eva evan evelyn fabian federico felipe
  felix fernando fiona florian frances francesca francesco francis francisco francois frank franz fred frederick
  fumio gabriel gareth gary gavin gen gennady geoff geoffrey george georges gerald gerard gerhard gianni gilbert gina
  giorgio giovanni giuseppe glenn gloria gordon grace graham greg gregory greta guido guillaume gustavo guy hannah hans
  harald harold harriet harry harvey hassan hazel heather hector heidi heinz helen helena helga helmut henri henrik
  henry herbert herman hillary hiroshi hiroyuki holly howard hugh hugo hussein ian ibrahim igor ilya imran ingrid irene
  irina isaac isabel isabelle ivan ivanka jack jackie jacob jacqueline jacques jair jake jamal james jamie jan jane
  janet janice jared jason javier jay jean jeanne jeff jeffrey jen jenna jennifer jenny jens jeremy jerome jerry jesse
  jessica jill jim jimmy joan joanna joanne joachim joao jody joe joel joerg johan johann john johnny jon jonas jonathan
  joost jordi jorge jose josef joseph josh joshua joyce juan judith judy julia julian julie julien juliet junichiro
  jurgen justin justine karen karin karl kate katherine kathleen kathryn kathy katie katrina katsunobu kay keith kelly
  ken kenji kenneth kent kerry kevin khaled kiichi kimberly kirk kirsten kirstjen klaus konstantin kristen kristin
  kristina kurt kyle lara larry lars laszlo laura lauren laurence laurent lawrence lea leah leo leon leonard leonardo
  leonid leroy leslie lewis liam lilian linda lindsay lindsey lionel lisa liz lloyd logan lois lorenzo lori lou louis
  louise luc luca lucas lucia lucy ludovic luis luiz luke lyndon lynn madeleine magnus mahmoud malcolm manfred manuel
  marc marcel marcelo marco marcos marcus margaret maria marian marianne marie marilyn mario marion marisa marjorie mark
  markus marsha marta martha martin martina marty marvin mary masahiro masako mathew mathias matt matteo matthew matthias
  maureen maurice max maxim maxime maya megan megumi melania melanie melinda melissa meredith mette michael michel
  michele michelle mick miguel mikael mike mikhail milan miles minoru miranda miriam mitch mitchell mohamed mohammad
  mohammed moira mona monica monique morgan moritz moshe muhammad murray nadia nancy naoto narendra natalia natalie
  natasha nathan nathaniel ned neil nelson nicholas nick nicola nicolas nicole nigel nikita nikki nikolai nina noah noel
  nora norman nuri olaf oleg olga oliver olivia olivier omar orlando oscar osman otto owen pablo paige pam pamela paolo
  pascal pat patricia patrick paul paula paulo pavel pedro peggy penelope penny pete peter petra phil philip philippe
  phillip pierre pieter piotr priya rachel rafael rahul rajiv ralph ramon randall randy raphael rashid raul ray raymond
  rebecca reinhard rene rex reza ricardo richard rick ricky rishi rob robert roberto robin rod roderick rodrigo roger
  roland rolf roman ron ronald rory rosa rosanne rose rosemary ross roy ruben rudolf rudy rupert russell ruth ryan
  salman sally sam samantha samir samuel sandra sanjay santiago sara sarah satoru scott sean sebastian serena serge
  sergei sergey sergio seth shane shannon sharon sheila shelley sherry shigeru shinzo shirley sidney siegfried sigmar
  silvia silvio simon sofia sonia sophie spencer stacy stan stanislav stanley stefan stefano steffen stella stephan
  stephane stephanie stephen steve steven stewart stuart sue sunil susan susanna suzanne svetlana sven sylvia tadeusz
  takashi takeo takeshi tamara tammy tanya tara taro tatiana ted teresa terence terrence terry theodore theresa therese
  thierry thomas tim timothy tina tobias todd tom tomas tommy tomoko toni tony toshihiro toshimitsu tracy trevor troy
  tulsi ursula uwe vadim valentina valerie valery vanessa vera vernon veronica viacheslav vicki vicky victor victoria
  viktor vincent virginia vitaly vladimir volodymyr vyacheslav walter wanda warren wayne wendy werner wesley wilbur
  wilfried wilhelm will willem william willy winston wolfgang woodrow xavier yasuhiro yasuo yevgeny yoko yoshihide
  yoshihiko yoshitaka youssef yuri yusuf yves
  adel adele afonso agnes ahmadou alain alastair aldo alfonso alfredo alistair allie alois amina anatol anders
  andre anil anjali anselm antoinette anwar armando arne arnaud arturo arun ashok ashraf asif axel aziz babak bashar
  bayard bela benazir benito benoit benny bertrand bettina bianca birgit bjarne bjorn bogdan bradford brigitte bronwyn
  burt byron carole cecil cecile cedric cesar chester chet chip chrystia clarence clark clay clayton cliff clifford
  connor constance cornelius cosmo cyrus dag daphne darrell darya david davide deepak deirdre delia dermot dietrich
  dilma dimitri dimitris dirk donatella donovan doreen dorian drew dusan earl edouard edwina efraim egon eitan elaine
  elbridge elena elisa ellie elmer elon elsa emanuel emile emilio emine emmerson enda enzo erdem ernst erwin esteban
  eugenia evelin evgeny ezra fabio faisal farah fariba farid fatima ferdinand fidel filip fiona flavio florence fouad
  franco francine franziska frederica frederik fritz gabriela gavan gaston genevieve georgi gerardo gerd giles gilles
  giulia glen gonzalo goran gregor gudrun gunnar gunther gus guus haifa hamid hamish hanna hannes hans-georg harlan
  haruhiko haruki hassan heiko heinrich helge hendrik henriette henryk hernan hideki hilary hisashi horst hosni hubert
  humberto ibrahima ichiro ignacio igor imre inga inge ingo ingvar ione isabella isaias ismail ivo jacek jagdish jakob
  jalal jan-peter janos jaroslaw jasper jaume jawaharlal jean-claude jean-marie jean-pierre jean-yves jeffery jenni
  jeremiah jerzy jill jiri joaquin jodie johannes johannes jorg jorgen josefina josep joschka jules julio julius junko
  justine kaja kamal kamala kamil karim karol kasper katarina katharina kathy katja katrin kay kazuo kazuyoshi keiko
  kenichi kersti khalid  kip kjell klara kofi konrad koichi kristalina kristian kristjan lamar lance lasse laurie lauri
  leif leila lena lennart leopold lesley leszek lev lewis liliana lindsay linus lisbeth lise lorne lothar louisa lubna
  lucian lucie luciano ludwig luigi lukas lydia lyle mads magdalena mahathir mahinda maja majid mamoru manmohan manuela
  mara marat marek margot margrethe mariana marina mariano marie-louise marija marisol marius mariusz maarten
  martti massimo mats maura mauro maxine mehmet mehdi meg mel mercedes merlin micha micheal mieko mihai mika mike
  milos milton minna mirko mohamad mohan mohsen  mordechai morris mort muammar mustafa myron nabil nadine
  nahid narendra nassim natan nathalie nawaz neal nel nelly nelson nestor ngaire niall niccolo niels nikki nils
  nobuo norbert norio nouri oksana ola olav ole olof olusegun orrin orville osamu otis ottmar oyvind
   parviz patrice patrik pavlo paz pernille perry petr petro petteri pia pinchas pippa quentin
  rainer raisa rajnath ralf ramzan rana rand rania ranil ravi recep reed reggie reiner renata renate reuben rhys
  riccardo richie rico rikard rishi rita roald robbie robyn rocco rodney rohan romano romeo ronan ronnie roxana
  rudi rui rune ruslan saad sabine saddam saeed salvador salvatore samer samira sandro sauli scot scottie
  selma selwyn semyon sepp serhiy seymour shafqat shah shaun shawn sheldon shelby sherrod sherwin shigeki shinichi
  shintaro shireen shoichi sibel sid sigrid sigurd siim simone sioban siobhan slobodan solomon soren stacey
  stefania stelios sten stephan steny stig strobe subrahmanyam suki sumiko sunao susana susi sushma syed tadashi
  tanja tarek tariq tatsuo tayyip terje tetsuya thabo thad thaddeus thea theo thorsten tiffany tito todor tommaso
  tomislav tomohiko toomas tor torsten toshio tove trent trish tuomas tyler ulf ulla ulrich ulrike umberto umar urs
  urszula ute uzi vaclav valdis valentin vasily venkaiah vera vesna vijay viktoria vilma vinod virgil vittorio vivian vivien
  vlad vladislav vojislav wadih wallace walid wilma winfried wojciech wolf xander yair yan yanis yasmin yasser yitzhak
  yitzak yoav yogi yolanda yoram yoshiro yukio yulia yumi yuriko zainab zalmay zeid zelda zeljko zine zinedine zoltan zoran
  zsolt zuzana prabowo joko rodrigo ferdinand shivshankar jaishankar hillary condoleezza madeleine wendy heino jake mitt newt yvonne zach zachary zbigniew zoe`);

/**
 * Spellings of one and the same person that no rule should guess: romanisations of North and South, short forms of
 * Western given names, and the name in other letters where there is no doubt whose it is. Only people whom the news writes in several ways, and only
 * spellings that no other known person of this field bears.
 */
export const knownSpellings: readonly (readonly string[])[] = [
  [
    "Kim Jong Un",
    "Kim Jongun",
    "Kimjongun",
    "Kim Jong Eun",
    "Kim Jongeun",
    "Kim Jeong Eun",
    "Kim Jeongeun",
    "김정은",
    "金正恩",
  ],
  [
    "Choe Son Hui",
    "Choi Son Hui",
    "Choe Sun Hui",
    "Choi Sun Hee",
    "Choe Son Hee",
    "Choi Son Hee",
    "Choe Sun Hee",
    "최선희",
  ],
  ["Choe Ryong Hae", "Choi Ryong Hae", "Choe Ryong He", "최룡해"],
  ["Kim Il Sung", "Kim Il Song", "김일성", "金日成"],
  ["Kim Jong Il", "김정일", "金正日"],
  ["Kim Yo Jong", "Kim Yeo Jong", "Kim Yo Chong", "김여정", "金与正"],
  ["Kim Kye Gwan", "Kim Kye Kwan", "Kim Gye Gwan"],
  ["Jang Song Thaek", "Jang Sung Taek", "Jang Song Taek", "Chang Song Taek", "Jang Sung Thaek"],
  ["Ri Su Yong", "Ri Soo Yong"],
  ["Ri Son Gwon", "Ri Son Kwon", "Ri Sun Gwon"],
  ["Ri Sol Ju", "Ri Seol Ju", "리설주"],
  ["Pak Pong Ju", "Pak Bong Ju"],
  ["Jo Yong Won", "Cho Yong Won"],
  ["No Kwang Chol", "Ro Kwang Chol"],
  ["Thae Yong Ho", "Tae Yong Ho"],
  ["Yoon Suk Yeol", "Yoon Seok Yeol", "Yoon Seok Youl", "Yun Seok Yeol", "Yoon Suk Yeoul", "Yoon Sukyeol", "윤석열"],
  ["Lee Jae Myung", "Lee Jae Myeong", "Yi Jae Myung", "이재명"],
  ["Moon Jae In", "문재인", "文在寅"],
  ["Park Geun Hye", "박근혜", "朴槿恵"],
  ["Lee Myung Bak", "이명박", "李明博"],
  ["Roh Moo Hyun", "Noh Moo Hyun", "노무현"],
  ["Kim Dae Jung", "Kim Tae Jung", "김대중", "金大中"],
  ["Joe Biden", "Joseph Biden"],
  ["Mike Pompeo", "Michael Pompeo"],
  ["Stephen Biegun", "Steve Biegun"],
  ["Sergey Lavrov", "Sergei Lavrov"],
  ["Sergei Shoigu", "Sergey Shoigu"],
  ["Dmitry Medvedev", "Dmitri Medvedev"],
  ["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy"],
];
