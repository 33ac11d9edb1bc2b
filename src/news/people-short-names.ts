/**
 * Given names with their other spellings and the short forms that the news uses for them, one person's on a line. A form
 * may stand on several lines: Pat is Patrick or Patricia. Only forms that everybody understands, none that is a name
 * of its own far more often (Jack, Harry, Nancy).
 */
const lines = `
  abraham abe
  alexander alex alec sandy
  alexandra alex sandra
  alfred al fred
  albert al bert
  allan allen alan
  andrew andy drew
  anthony tony
  arthur art
  barbara barb
  benjamin ben
  bernard bernie
  bradley brad
  catherine katherine kathryn kate kathy cathy katie
  charles charlie chuck
  christine christina chris tina
  christopher chris
  daniel dan danny
  david dave
  deborah debra debbie deb
  donald don donnie
  douglas doug
  edward ed eddie ted
  edwin ed
  elizabeth liz beth betsy betty
  eugene gene
  francis frank
  franklin frank
  frederick fred
  gerald gerry jerry
  gregory greg
  herbert herb
  jacob jake
  james jim jimmy jamie
  jeffrey geoffrey jeff geoff
  jennifer jen jenny
  john johnny
  jonathan jon
  joseph joe
  joshua josh
  judith judy
  kenneth ken kenny
  kimberly kim
  kristin kristen
  lawrence laurence larry
  leonard len
  leslie les
  margaret maggie meg peggy
  marcus marc mark
  matthew matt
  maxwell max
  michael mike mick mickey
  michelle michele
  mitchell mitch
  nathan nathaniel nate
  nicholas nicolas nick
  pamela pam
  patricia pat patty
  patrick pat
  peter pete
  philip phillip phil
  raymond ray
  rebecca becky
  richard rick dick rich ricky
  robert bob bobby rob robbie
  ronald ron ronnie
  rudolph rudy
  russell russ
  samantha sam
  samuel sam sammy
  sergei sergey
  stephanie steph
  stephen steven steve
  stuart stewart stu
  susan sue susie
  teresa theresa terry
  terence terrence terry
  theodore ted teddy
  thomas tom tommy
  timothy tim
  victoria vicky vicki
  victor vic
  vincent vince
  walter walt
  william bill billy will
  zachary zach zack
`;

const linesOf = new Map<string, readonly string[][]>();
for (const line of lines.trim().split("\n")) {
  const forms = line.trim().split(" ");
  for (const form of forms) linesOf.set(form, [...(linesOf.get(form) ?? []), forms]);
}

/** Whether two given names, as `compact` gives them, can be one person's: "mike" and "michael", "mick" and "mike". */
export function areFormsOfOneName(one: string, other: string): boolean {
  return one === other || (linesOf.get(one)?.some((forms) => forms.includes(other)) ?? false);
}

/** Every form of the given name, but for those where it is the form of several names. */
export function formsOfName(given: string): readonly string[] {
  const [forms = [], ...more] = linesOf.get(given) ?? [];
  return more.length === 0 ? forms : [];
}
