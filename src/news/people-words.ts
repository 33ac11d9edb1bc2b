import { plain, words } from "./people-names.ts";

/** What a word says about the capitalised words around it. */
export type WordClass =
  /** Describes a person and can stand right before the name: "President". */
  | "role"
  /** "Mr." */
  | "honorific"
  /** Part of a role and of nothing else here: "Foreign", "National". */
  | "modifier"
  /** A place, a people or a language: "Seoul", "Russian". */
  | "place"
  /** The head of a name that is no person's: "Ministry", "Tower". */
  | "thing"
  /** Never part of a name: "Tuesday", "However". */
  | "other";

const roles = words(`
  president leader minister premier chancellor secretary ambassador envoy negotiator diplomat spokesman spokeswoman
  spokesperson adviser advisor general marshal admiral colonel captain commander lieutenant sergeant brigadier senator
  congressman congresswoman representative lawmaker legislator speaker chairman chairwoman chairperson chair director
  chief head governor mayor judge justice attorney prosecutor lawyer professor scholar analyst researcher expert
  historian scientist economist author journalist reporter correspondent editor columnist anchor defector activist
  founder chairman ceo executive manager official aide deputy vice-president dictator strongman ruler tyrant marshall
  king queen prince princess emperor pope bishop archbishop cardinal reverend father pastor rabbi imam sheikh sultan
  commissioner coordinator delegate member candidate nominee player coach basketballer star wife husband daughter
  brother sister father mother nephew uncle aunt grandfather half-brother comrade sec-gen undersecretary counsellor
  counselor inspector officer detective physicist engineer doctor psychiatrist nurse student missionary tourist pastor
  ex-president ex-leader fellow specialist strategist interpreter translator boss predecessor successor counterpart
  principal consul veteran singer actor actress director-general secretary-general lecturer dean rapporteur
  designer engineer architect artist painter sculptor photographer filmmaker musician composer novelist poet writer
  blogger broadcaster comedian model dancer farmer banker businessman businesswoman entrepreneur investor trader
  consultant lobbyist broker chef astronaut pilot sailor soldier spy agent teacher biologist chemist psychologist
  sociologist anthropologist statistician mathematician philosopher theologian monk nun priest co-founder co-author
  counsel administrator constable coroner clerk comptroller treasurer sheriff superintendent councillor councilman
  councilwoman mp msp mep
  quarterback striker midfielder goalkeeper defender captain champion seed driver rider skipper bowler batsman`);

/** What somebody is called by others and no office tells: nobody is described so. */
export const judgements = words(`
  dictator tyrant strongman ruler puppet traitor maniac warmonger gangster culprit culprits kingpin kingpins ringleader
  thug lunatic scum autocrat despot stooge`);

/** What stands before a given name without a family name. */
export const royalTitles = words("king queen prince princess pope emperor empress");

const honorifics = words(
  "mr mrs ms miss mx dr prof gen lt col maj sgt capt cmdr adm brig sen rep gov rev hon sir dame lord lady amb pres messrs madame president-elect",
);

const modifiers = words(`
  foreign prime vice deputy assistant acting former top senior chief special national security defense defence state
  treasury interior unification nuclear permanent supreme first second lead great dear young late current
  incoming outgoing military political cabinet democratic republican conservative liberal labour progressive ruling
  opposition socialist communist independent majority minority high ex executive international strategic policy
  intelligence commerce trade finance justice energy homeland health education transport culture environment principal
  co longtime veteran crown grand retired disgraced exiled visiting fellow noted renowned respected respectable eternal
  democrat democrats republicans tory tories shadow honorary interim career home local budget tax welfare pensions housing
  immigration information constitutional legislative economic communications civil managing operating founding
  navy army marine marines air naval force joint staff chiefs bilateral humanitarian human rights press financial
  ballistic global regional public external internal federal presidential parliamentary diplomatic christian social`);

const places = words(`
  us usa u.s u.k uk un u.n eu rok dprk prc korea korean koreans n.korea s.korea north south east west northern southern eastern western
  central seoul pyongyang washington beijing tokyo moscow hanoi singapore vladivostok stockholm geneva vienna brussels
  london paris berlin rome madrid ottawa canberra helsinki oslo bern panmunjom kaesong yongbyon sinuiju dandong busan
  incheon wonsan chongjin hamhung rason kumgang paektu punggye-ri sohae tongchang-ri sunan jeju gangwon pyeongchang guam
  hawaii okinawa hokkaido osaka hiroshima nagasaki kyoto shanghai shenyang hong kong macau taiwan taipei mongolia
  ulaanbaatar china chinese russia russian russians japan japanese america american americans britain british england
  english france french germany german germans italy italian spain spanish portugal portuguese sweden swedish norway
  norwegian denmark danish finland finnish poland polish ukraine ukrainian kyiv kiev belarus belarusian minsk turkey
  turkish ankara istanbul iran iranian tehran iraq iraqi baghdad syria syrian damascus israel israeli jerusalem
  palestinian palestinians lebanon lebanese beirut egypt egyptian cairo libya libyan tripoli saudi arabia arab arabs
  qatar doha dubai abu dhabi emirates yemen india indian delhi mumbai pakistan pakistani islamabad afghanistan afghan
  kabul kashmir nepal bangladesh dhaka sri lanka burma burmese myanmar yangon thailand thai bangkok vietnam vietnamese
  saigon cambodia cambodian phnom penh laos lao vientiane malaysia malaysian kuala lumpur indonesia indonesian jakarta
  bali philippines philippine filipino manila australia australian sydney melbourne perth queensland zealand auckland
  wellington canada canadian toronto montreal mexico mexican brazil brazilian argentina argentine chile peru colombia
  venezuela venezuelan caracas cuba cuban havana africa african nigeria kenya ethiopia sudan uganda zimbabwe angola
  congo somalia tanzania namibia senegal europe european europeans asia asian asia-pacific indo-pacific pacific atlantic
  equatorial guinea arctic antarctica mediterranean baltic soviet soviets ussr california texas florida virginia york jersey hampshire
  chicago boston philadelphia angeles francisco seattle houston dallas detroit atlanta miami vegas alaska ohio michigan
  pennsylvania illinois iowa georgia carolina tennessee kentucky alabama arizona nevada oregon colorado utah minnesota
  wisconsin missouri kansas oklahoma louisiana mississippi maryland delaware connecticut massachusetts maine vermont
  manhattan brooklyn hollywood sweden switzerland swiss austria austrian netherlands dutch amsterdam hague belgium
  belgian luxembourg ireland irish dublin scotland scottish wales welsh greece greek athens cyprus hungary hungarian
  budapest czech prague slovakia romania bulgaria serbia serbian croatia kosovo bosnia albania latvia lithuania estonia
  armenia azerbaijan kazakhstan kazakh uzbekistan turkmenistan kyrgyzstan tajikistan chechnya crimea caucasus siberia
  kremlin hamgyong hwanghae pyongan ryanggang chagang yanggang gaza mecca vatican costa rica buenos aires rio puerto panama honduras guatemala salvador nicaragua ecuador bolivia paraguay uruguay haiti jamaica new los las san santa tel aviv
  islamic muslim muslims jewish christian christians buddhist catholic catholics hindu kong latin asean nato opec brics`);

const things = words(`
  ministry ministries department agency agencies institute institution university college school academy center centre
  council committee commission congress parliament assembly senate house office bureau party army navy force forces
  corps command guard guards police court bank fund group corporation corp company inc ltd llc plc co association
  organization organisation union league alliance federation foundation society network service services press news
  newspaper times post herald journal tribune daily weekly monthly review gazette telegraph guardian chronicle observer
  examiner standard mail mirror globe radio television tv channel broadcasting agency ilbo sinmun shinmun shimbun sinbo
  xinhua yonhap kcna tass reuters bloomberg interfax kyodo nhk kbs mbc sbs ytn bbc cnn cbs nbc abc fox npr afp ap upi
  airport airlines airways air airbase base station camp port harbor harbour factory plant complex facility site reactor
  river lake mountain mountains mount mt hill hills island islands peninsula sea ocean bay strait gulf valley desert
  beach coast cape street road avenue boulevard square plaza park garden gardens palace tower hotel resort hall stadium
  arena theater theatre museum library church cathedral temple mosque monastery hospital prison bridge tunnel gate wall
  building city town village county province district state states region republic kingdom empire nation nations
  territory zone border line war battle treaty agreement accord pact declaration act law bill resolution constitution
  amendment doctrine initiative project program programme plan policy strategy summit conference forum meeting talks
  exercise drill operation mission expedition missile missiles rocket satellite bomber fighter jet aircraft helicopter
  ship carrier submarine destroyer cruiser class fleet squadron brigade division regiment battalion unit command
  cup olympics olympic games championship championships festival prize award awards medal day week month year anniversary
  election elections campaign administration government regime dynasty family cabinet presidency era team club fc united
  movement front coalition bloc brotherhood foundation trust partners partnership holdings industries electronics motors
  technologies systems industry international solutions media entertainment pictures studios records books capital
  management securities insurance energy oil gas steel chemical airlines shipping heavy bros brothers sons associates
  watch monitor project archive archives twitter facebook google youtube instagram telegram whatsapp apple microsoft
  amazon samsung hyundai lotte boeing lockheed raytheon sony toyota pentagon congress capitol parliament politburo
  workers people's peoples mansion compound retreat ranch resort course club line corridor crisis scandal affair report
  interview statement speech letter book film movie show documentary series museum mausoleum memorial monument cemetery
  hostage trial case code protocol convention communique regulation regulations document dossier uss hms rms ss ins rokss air museum blue
  wa thunder ace resolve eagle lightning shield stock exchange markets sound merrill goldman sachs interpol hospital magazine bancorp capital ag sa nv plc spa gmbh ltda medical reactor laboratory laboratories dynasties clan household residence circuit raceway trophy open masters tournament derby prix stakes rangers rovers
  lab labs representatives senators
  affairs prosecution prosecutions productions ventures enterprises wars relations studies planning operations cosmetics
  wanderers athletic albion hotspur city town county villa palace real sporting dynamo spartak lokomotiv`);

const others = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat
  the a an this that these those there here he she it they we i you his her its their our my your him them us me who
  whom whose what which when where why how if as at by for from in into of off on onto out over per than to toward
  towards under until up upon via with within without and but or nor so yet not no nothing none never ever every each
  all any some both either neither many much most more less least few several one two three four five six seven eight
  nine ten hundred thousand million billion first second third next last another other others such same only just even
  still already again also too very rather quite almost about above across after against along amid among around before
  behind below beneath beside besides between beyond despite down during except inside like near opposite outside past
  since through throughout till unlike while whereas whether because although though unless once meanwhile however
  moreover furthermore nevertheless nonetheless therefore thus hence instead otherwise perhaps maybe indeed certainly
  clearly earlier later today yesterday tomorrow tonight now then soon recently finally eventually initially currently
  previously additionally similarly likewise according is are was were be been being am do does did has have had can
  could may might must shall should will would said says say saying told tells tell asked asks adds added reports
  reported report read more related share follow see watch click subscribe advertisement photo photos image images
  video videos file getty credit caption source sources updated published copyright editor's note opinion analysis
  exclusive breaking live update factbox explainer timeline gmt est edt utc kst am pm let let's don't didn't isn't
  it's he's she's they're we're i'm we've i've that's there's what's here's who's won't can't yes ok okay hello dear
  thank thanks please welcome god lord bible quran christmas easter thanksgiving ramadan lunar new year internet covid
  coronavirus pandemic nazi communism world earth mars allah juche hwasong nodong taepodong musudan pukguksong scud
  thaad icbm icbms slbm nuclear ceo cia fbi nsa nis kgb fsb npt iaea kpa wpk spa dmz mdl jsa nll gnp gdp kedo imf wto who
  unsc tpp nafta usmca nuke nukes citing asked speaking writing visiting according based given considering following
  having seeing being making taking looking going coming getting seen led held sent made taken left came went got met
  put set ahead back north's south's analysts experts officials critics supporters observers reporters journalists
  soldiers troops people women men children washington-based seoul-based ministers leaders presidents lawmakers
  diplomats both sides delegates residents protesters police investigators prosecutors lawyers doctors defectors`);

const classOfWord = new Map<string, WordClass>();
for (const [list, kind] of [
  [others, "other"],
  [things, "thing"],
  [places, "place"],
  [modifiers, "modifier"],
  [roles, "role"],
  [honorifics, "honorific"],
] as const) {
  for (const word of list) classOfWord.set(word, kind);
}

/** Class words that are family names after a given name: "Theresa May", "John Major". */
export const classFamilies = words(`
  may king bishop major pope hall prince banks bank park young case church ford washington jordan israel london paris
  houston lincoln marshall berlin west north england french english german welsh holland ireland scott march day week
  post street field hill rivers wall bridge gates law read guard case price power powers cook mirror lord dean judge
  cardinal star chase chance green brown white black gray grey moon sun will noble wise long short strong small
  ruler father sister parish house houses knight captain driver fellow francisco boss justice head ross coats dallas
  austin dubai montana york wells rice forest fields brooks banks waters stone cross fox wolf bird bush drew mills
  miller baker carter taylor parliament kent york mar mack santiago roma cyprus sri penh earth mars read watch singer coach
  veteran child childs constable clerk love lovejoy law gate temple chambers farmer painter monk priest model chef artist agent spy castle palace towers union town downs pitt speaker parsons`);

/** As `classOf`, of a word in small letters from a to z. */
export function classOfPlain(word: string): WordClass | undefined {
  return classOfWord.get(word);
}

/** Undefined for a word that may be part of a person's name. A possessive or a final full stop is not part of it. */
export function classOf(word: string): WordClass | undefined {
  const known = classOfWord.get(word) ?? (/[^ -~]/.test(word) ? classOfWord.get(plain(word)) : undefined);
  if (known || !word.includes("-")) return known;
  const parts = plain(word).split("-");
  const last = classOfWord.get(parts.at(-1) ?? "");
  if (last === "role" || last === "honorific") return last;
  // "US-led", "Pyongyang-Washington", "Trump-era": a compound with a class word in it is no name.
  return parts.some((part) => part.length > 2 && classOfWord.has(part)) && last !== undefined ? last : undefined;
}

/** What somebody who speaks does, as a word beside the name. */
export const speechVerbs = words(`
  said says say told tells added adds asked asks noted notes argued argues warned warns insisted insists explained
  explains wrote writes tweeted tweets declared declares stressed stresses claimed claims stated states acknowledged
  recalled recalls remarked commented observed suggested suggests predicted predicts concluded concludes contended
  replied responded joked vowed pledged promised urged testified conceded admitted believes believed thinks thought
  reiterated emphasized emphasised lamented cautioned quipped announced denied confirmed continued`);

/** Speech verbs that stand before their subject. */
export const invertedVerbs = words(
  "said says added adds asked noted notes argued argues warned warns explained explains wrote writes recalled tweeted quipped insisted stressed remarked observed cautioned concluded",
);

/** What people do and organisations rarely do, as a word after the name. */
export const personVerbs = words(`
  met visited arrived attended traveled travelled flew walked smiled shook stood sat spoke talked hugged died resigned
  won lost married who's whose who grew became joined inspected oversaw watched presided returned stepped succeeded led
  left went came took gave made called sent received hosted wants wanted knows knew felt hopes hoped expects expected
  looks looked appeared seems has had was is will would could did does beat defeated scored`);

/** A person's name before one of these stands for a government, a house or a time: "the Moon administration". */
export const powers = words(`
  administration administrations regime government family dynasty era presidency cabinet campaign doctrine years clan
  bloodline camp team loyalists supporters`);

/** A person's name before one of these is the name of a building, an institution or a thing: "Trump tower". */
export const takenOver = words(`
  tower hotel hospital clinic foundation university square institute center centre organization organisation mausoleum
  airport stadium street avenue park hall memorial library school prize award city
  museum palace bridge class statue statues portrait portraits badges badge badges ranch resort golf`);
