/** Short passages in the manner of the news, each with everybody whom it names beyond doubt. */
export const passages: readonly { readonly text: string; readonly people: readonly string[] }[] = [
  {
    text: "US Secretary of State Mike Pompeo flew to Pyongyang on Sunday. Pompeo said the visit had been useful.",
    people: ["Mike Pompeo"],
  },
  {
    text: "KIM JONG UN, Supreme Leader of the DPRK, gave field guidance at the Komdok mining complex in South Hamgyong.",
    people: ["Kim Jong Un"],
  },
  {
    text: "Kim Jong-un hosted Moon Jae-in at Mount Paektu, where the two walked along the rim of Lake Chon.",
    people: ["Kim Jong Un", "Moon Jae-in"],
  },
  {
    text: "The Moon administration wants the Kaesong Industrial Complex reopened, the Blue House said in a statement.",
    people: [],
  },
  {
    text: "A probe that orbits the Moon sent back pictures. The Moon is three days away for a crew of four, engineers say.",
    people: [],
  },
  {
    text: "Park Geun-hye succeeded Lee Myung-bak, while Park Chung-hee, her father, had ruled for eighteen years.",
    people: ["Park Geun-hye", "Lee Myung-bak", "Park Chung-hee"],
  },
  {
    text: "Koo Kab-woo, a professor at the University of North Korean Studies, doubts it. Koo said trust had gone.",
    people: ["Koo Kab-woo"],
  },
  {
    text: "“It is a photo opportunity,” said Shin Beom-chul of the Asan Institute for Policy Studies in Seoul.",
    people: ["Shin Beom-chul"],
  },
  {
    text: "The USS Ronald Reagan and the USS Carl Vinson sailed past Jeju Island during the exercise Foal Eagle.",
    people: [],
  },
  {
    text: "Crowds gathered on Kim Il Sung Square, and students of Kim Il Sung University sang in front of Kumsusan Palace.",
    people: [],
  },
  {
    text: "The Trump administration kept the sanctions. Outside Trump Tower in New York, protesters shouted.",
    people: [],
  },
  {
    text: "John Bolton left the White House in September. Mr. Bolton had argued for the so-called Libya model.",
    people: ["John Bolton"],
  },
  {
    text: "Kim Hyok Chol met Stephen Biegun in Hanoi. Kim Yong Chol stayed at the hotel. Kim was seen smiling later.",
    people: ["Kim Hyok Chol", "Stephen Biegun", "Kim Yong Chol"],
  },
  {
    text: "Parliament member Lee Eun-jae told reporters that the agency expects talks by December, Lee said on Monday.",
    people: ["Lee Eun-jae"],
  },
  {
    text: "Rodong Sinmun, Uriminzokkiri and the Korean Central News Agency reported nothing. The Chosun Ilbo said otherwise.",
    people: [],
  },
  {
    text: "North Korea Fires Two Short Range Missiles Off East Coast As Seoul Calls For Calm",
    people: [],
  },
  {
    text: "China's Belt and Road Initiative reaches the port of Rajin, according to the Hyundai Research Institute.",
    people: [],
  },
  {
    text: "Former president Jimmy Carter went to Pyongyang in 1994; the Carter Center keeps his notes in Atlanta.",
    people: ["Jimmy Carter"],
  },
  {
    text: "George W. Bush named three countries an axis of evil. His father, George H.W. Bush, had pulled nuclear arms out.",
    people: ["George W. Bush", "George H.W. Bush"],
  },
  {
    text: "Chinese President Xi Jinping sent his foreign minister Wang Yi. Xi will visit in June, Xinhua reported.",
    people: ["Xi Jinping", "Wang Yi"],
  },
  {
    text: "Japanese Prime Minister Shinzo Abe raised the abductions. Abe Shinzo has said so for years, NHK reported.",
    people: ["Shinzo Abe"],
  },
  {
    text: "Saudi Crown Prince Mohammed bin Salman and European Commission President Ursula von der Leyen spoke by phone.",
    people: ["Mohammed bin Salman", "Ursula von der Leyen"],
  },
  {
    text: "Robert O'Brien, the national security adviser, replaced nobody in haste. O'Brien said talks might resume.",
    people: ["Robert O'Brien"],
  },
  {
    text: "Gen. Vincent Brooks, commander of US Forces Korea, retired; Gen. Robert B. Abrams took over at Camp Humphreys.",
    people: ["Vincent Brooks", "Robert B. Abrams"],
  },
  {
    text: "North Korea’s top nuclear negotiator, Kim Myong Gil, said in Stockholm that the talks had broken off.",
    people: ["Kim Myong Gil"],
  },
  {
    text: "Victor Cha of the Center for Strategic and International Studies was once considered for ambassador, Cha said.",
    people: ["Victor Cha"],
  },
  {
    text: "Sue Mi Terry, a former CIA analyst, and Duyeon Kim, a fellow in Washington, disagreed over the freeze.",
    people: ["Sue Mi Terry", "Duyeon Kim"],
  },
  {
    text: "UN Secretary-General Antonio Guterres welcomed it. His predecessor Ban Ki-moon was foreign minister in Seoul.",
    people: ["Antonio Guterres", "Ban Ki-moon"],
  },
  {
    text: "In Hanoi, Vietnamese President Nguyen Phu Trong laid on a welcome, then drove past the Ho Chi Minh Mausoleum.",
    people: ["Nguyen Phu Trong"],
  },
  {
    text: "Singapore Prime Minister Lee Hsien Loong paid for the summit on Sentosa Island, at the Capella Hotel.",
    people: ["Lee Hsien Loong"],
  },
  {
    text: "Foreign Minister Ri Yong Ho and Vice Foreign Minister Choe Son Hui spoke at the Melia Hotel after midnight.",
    people: ["Ri Yong Ho", "Choe Son Hui"],
  },
  {
    text: "By Maria Panina\n\nThe port of Vladivostok was closed on Thursday while the two delegations met on Russky Island.",
    people: [],
  },
  {
    text: "Stocks fell in Tokyo. (Reporting by Hyonhee Shin and Josh Smith; Editing by Lincoln Feast)",
    people: [],
  },
  {
    text: "Otto Warmbier, a student from Ohio, died in June 2017. His parents, Fred and Cindy Warmbier, sued Pyongyang.",
    people: ["Otto Warmbier", "Cindy Warmbier"],
  },
  {
    text: "Senator Lindsey Graham and Rep. Ro Khanna differ; Khanna told CNN that Congress should back a peace deal.",
    people: ["Lindsey Graham", "Ro Khanna"],
  },
  {
    text: "Theresa May called it a step. May added that London would keep its ships in the Yellow Sea until May.",
    people: ["Theresa May"],
  },
  {
    text: "Air Force One landed at Osan Air Base on Tuesday, June 29, before the trip to the Demilitarized Zone.",
    people: [],
  },
  {
    text: "Bush fires burned along the border near Goseong. Park rangers closed Seorak National Park until Friday.",
    people: [],
  },
  {
    text: "Ivanka Trump joined her father Donald Trump in Panmunjom. Trump shook hands with the guards there.",
    people: ["Ivanka Trump", "Donald Trump"],
  },
  {
    text: "Mr Kim said the price of rice had doubled at the Chongjin market, a trader who asked not to be named.",
    people: [],
  },
  {
    text: "Chung Eui-yong, Moon's security chief, briefed the press; Jung Eui-yong, a farmer in Paju, had never heard of him.",
    people: ["Chung Eui-yong", "Jung Eui-yong"],
  },
  {
    text: "Russian Foreign Minister Sergey Lavrov met Ri Su Yong. Lavrov gave him a box from Khabarovsk.",
    people: ["Sergey Lavrov", "Ri Su Yong"],
  },
  {
    text: "South Korean Unification Minister Kim Yeon-chul offered rice, and the World Food Programme offered oil.",
    people: ["Kim Yeon-chul"],
  },
  {
    text: "Hwasong-15 and Pukguksong-2 missiles rolled past. Analysts at Jane's Defence Weekly counted the axles.",
    people: [],
  },
  {
    text: "Thae Yong-ho, who was deputy ambassador in London before he defected, won a seat in Gangnam. Thae smiled.",
    people: ["Thae Yong-ho"],
  },
  {
    text: "Kim Dae-jung met Kim Jong Il in June 2000. President Kim received the Nobel Peace Prize for it in Oslo.",
    people: ["Kim Dae-jung", "Kim Jong Il"],
  },
];
