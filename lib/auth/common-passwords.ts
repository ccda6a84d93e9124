/**
 * Passwords that are tried first: common words with the usual tails, keyboard walks, rows of
 * digits, names of clubs and games. Lower case, put together for Loadpath; add to it freely.
 */
const text = `
  000000000000 098765432109 102030405060 111111111111 111222333444 112233445566 121212121212 123123123123
  123456123456 123456789012 1234567890123 12345678901234 123456789123 1234qwerasdf 1234qwerasdfzxcv 147258369000
  147258369147 159357159357 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv 314159265358
  987654321098 a12345678901 a1b2c3d4e5f6 a1b2c3d4e5f6g7 aa1234567890 aaaaaaaaaaaa abc123abc123 abcabcabcabc
  abcd12345678 abcdefgh1234 abcdefghijkl abcdefghijklm access12345! access123456 access1234567 access12345678
  access123456789 access1234567890 accessaccess admin1234567 admin12345678 admin123456789 admin1234567890
  admin123admin adminadminadmin administrator administrator! administrator!! administrator1 administrator12
  administrator123 administrator123! administrator1234 administrator1234! administrator12345 administrator2020
  administrator2021 administrator2022 administrator2023 administrator2024 administrator2025 administrator2026
  administrator2027 administratoradministrator amazon12345! amazon123456 amazon1234567 amazon12345678
  amazon123456789 amazon1234567890 amazonamazon arsenal1234! arsenal12345 arsenal12345! arsenal123456 arsenal1234567
  arsenal12345678 arsenal123456789 arsenal1234567890 arsenalarsenal asdfasdfasdf asdfghjkl123 asdfghjkl123!
  asdfghjkl1234 asdfghjkl1234! asdfghjkl12345 asdfghjkl12345! asdfghjkl123456 asdfghjkl1234567 asdfghjkl12345678
  asdfghjkl123456789 asdfghjkl2020 asdfghjkl2021 asdfghjkl2022 asdfghjkl2023 asdfghjkl2024 asdfghjkl2025
  asdfghjkl2026 asdfghjkl2027 asdfghjklasdfghjkl ashley12345! ashley123456 ashley1234567 ashley12345678
  ashley123456789 ashley1234567890 ashleyashley autumn12345! autumn123456 autumn1234567 autumn12345678
  autumn123456789 autumn1234567890 autumnautumn awesomescalability babygirl123! babygirl1234 babygirl1234!
  babygirl12345 babygirl12345! babygirl123456 babygirl1234567 babygirl12345678 babygirl123456789 babygirl1234567890
  babygirl2020 babygirl2021 babygirl2022 babygirl2023 babygirl2024 babygirl2025 babygirl2026 babygirl2027
  babygirlbabygirl barcelona123 barcelona123! barcelona1234 barcelona1234! barcelona12345 barcelona12345!
  barcelona123456 barcelona1234567 barcelona12345678 barcelona123456789 barcelona2020 barcelona2021 barcelona2022
  barcelona2023 barcelona2024 barcelona2025 barcelona2026 barcelona2027 barcelonabarcelona baseball123! baseball1234
  baseball1234! baseball12345 baseball12345! baseball123456 baseball1234567 baseball12345678 baseball123456789
  baseball1234567890 baseball2020 baseball2021 baseball2022 baseball2023 baseball2024 baseball2025 baseball2026
  baseball2027 baseballbaseball basketball12 basketball123 batman12345! batman123456 batman1234567 batman12345678
  batman123456789 batman1234567890 batmanbatman beautiful123 blink182123! blink1821234 blink1821234! blink18212345
  blink18212345! blink182123456 blink1821234567 blink18212345678 blink182123456789 blink1821234567890 blink1822020
  blink1822021 blink1822022 blink1822023 blink1822024 blink1822025 blink1822026 blink1822027 blink182blink182
  butterfly123 butterfly123! butterfly1234 butterfly1234! butterfly12345 butterfly12345! butterfly123456
  butterfly1234567 butterfly12345678 butterfly123456789 butterfly2020 butterfly2021 butterfly2022 butterfly2023
  butterfly2024 butterfly2025 butterfly2026 butterfly2027 butterflybutterfly californiadreaming callofduty12
  callofduty123 changeme123! changeme1234 changeme1234! changeme12345 changeme12345! changeme123456 changeme1234567
  changeme12345678 changeme123456789 changeme1234567890 changeme2020 changeme2021 changeme2022 changeme2023
  changeme2024 changeme2025 changeme2026 changeme2027 changemechangeme changemeplease changethisnow charlie1234!
  charlie12345 charlie12345! charlie123456 charlie1234567 charlie12345678 charlie123456789 charlie1234567890
  charliecharlie chelsea1234! chelsea12345 chelsea12345! chelsea123456 chelsea1234567 chelsea12345678
  chelsea123456789 chelsea1234567890 chelseachelsea chicagobulls1 chocolate123 chocolate123! chocolate1234
  chocolate1234! chocolate12345 chocolate12345! chocolate123456 chocolate1234567 chocolate12345678
  chocolate123456789 chocolate2020 chocolate2021 chocolate2022 chocolate2023 chocolate2024 chocolate2025
  chocolate2026 chocolate2027 chocolatechocolate computer123! computer1234 computer1234! computer12345
  computer12345! computer123456 computer1234567 computer12345678 computer123456789 computer1234567890 computer2020
  computer2021 computer2022 computer2023 computer2024 computer2025 computer2026 computer2027 computercomputer
  cookie12345! cookie123456 cookie1234567 cookie12345678 cookie123456789 cookie1234567890 cookiecookie correcthorse
  correcthorsebatterystaple corvette123! corvette1234 corvette1234! corvette12345 corvette12345! corvette123456
  corvette1234567 corvette12345678 corvette123456789 corvette1234567890 corvette2020 corvette2021 corvette2022
  corvette2023 corvette2024 corvette2025 corvette2026 corvette2027 corvettecorvette counterstrike dallascowboys1
  daniel12345! daniel123456 daniel1234567 daniel12345678 daniel123456789 daniel1234567890 danieldaniel december123!
  december1234 december1234! december12345 december12345! december123456 december1234567 december12345678
  december123456789 december1234567890 december2020 december2021 december2022 december2023 december2024 december2025
  december2026 december2027 decemberdecember default1234! default12345 default12345! default123456 default1234567
  default12345678 default123456789 default1234567890 defaultdefault defaultpassword developer123 developer123!
  developer1234 developer1234! developer12345 developer12345! developer123456 developer1234567 developer12345678
  developer123456789 developer2020 developer2021 developer2022 developer2023 developer2024 developer2025
  developer2026 developer2027 developerdeveloper distributedsystems dragon12345! dragon123456 dragon1234567
  dragon12345678 dragon123456789 dragon1234567890 dragonball12 dragonballz1 dragonballz123 dragondragon engineer123!
  engineer1234 engineer1234! engineer12345 engineer12345! engineer123456 engineer1234567 engineer12345678
  engineer123456789 engineer1234567890 engineer2020 engineer2021 engineer2022 engineer2023 engineer2024 engineer2025
  engineer2026 engineer2027 engineerengineer engineering1 facebook123! facebook1234 facebook1234! facebook12345
  facebook12345! facebook123456 facebook1234567 facebook12345678 facebook123456789 facebook1234567890 facebook2020
  facebook2021 facebook2022 facebook2023 facebook2024 facebook2025 facebook2026 facebook2027 facebookfacebook
  family12345! family123456 family1234567 family12345678 family123456789 family1234567890 familyfamily ferrari1234!
  ferrari12345 ferrari12345! ferrari123456 ferrari1234567 ferrari12345678 ferrari123456789 ferrari1234567890
  ferrariferrari flower12345! flower123456 flower1234567 flower12345678 flower123456789 flower1234567890
  flowerflower football123! football1234 football1234! football12345 football12345! football123456 football1234567
  football12345678 football123456789 football1234567890 football2020 football2021 football2022 football2023
  football2024 football2025 football2026 football2027 footballfootball forever1234! forever12345 forever12345!
  forever123456 forever1234567 forever12345678 forever123456789 forever1234567890 foreverforever freedom1234!
  freedom12345 freedom12345! freedom123456 freedom1234567 freedom12345678 freedom123456789 freedom1234567890
  freedomfreedom friday12345! friday123456 friday1234567 friday12345678 friday123456789 friday1234567890
  fridayfriday fuckyou12345 fuckyoufuckyou godblessyou1 godisgood123 google12345! google123456 google1234567
  google12345678 google123456789 google1234567890 googlegoogle guestguestguest harrypotter1 hello1234567
  hello12345678 hello123456789 hello1234567890 helloworld!! helloworld12 helloworld123 helloworld123! helloworld1234
  helloworld1234! helloworld12345 helloworld12345! helloworld123456 helloworld1234567 helloworld12345678
  helloworld2020 helloworld2021 helloworld2022 helloworld2023 helloworld2024 helloworld2025 helloworld2026
  helloworld2027 helloworldhelloworld highscalability ilovemyself1 iloveyou123! iloveyou1234 iloveyou1234!
  iloveyou12345 iloveyou12345! iloveyou123456 iloveyou1234567 iloveyou12345678 iloveyou123456789 iloveyou1234567890
  iloveyou2020 iloveyou2021 iloveyou2022 iloveyou2023 iloveyou2024 iloveyou2025 iloveyou2026 iloveyou2027
  iloveyouforever iloveyouiloveyou iloveyousomuch imissyou1234 internet123! internet1234 internet1234! internet12345
  internet12345! internet123456 internet1234567 internet12345678 internet123456789 internet1234567890 internet2020
  internet2021 internet2022 internet2023 internet2024 internet2025 internet2026 internet2027 internetinternet
  interview123 interview123! interview1234 interview1234! interview12345 interview12345! interview123456
  interview1234567 interview12345678 interview123456789 interview2020 interview2021 interview2022 interview2023
  interview2024 interview2025 interview2026 interview2027 interviewinterview january1234! january12345 january12345!
  january123456 january1234567 january12345678 january123456789 january1234567890 januaryjanuary jessica1234!
  jessica12345 jessica12345! jessica123456 jessica1234567 jessica12345678 jessica123456789 jessica1234567890
  jessicajessica jesuschrist1 jesusislord1 jordan12345! jordan123456 jordan1234567 jordan12345678 jordan123456789
  jordan1234567890 jordanjordan leagueoflegends letmein1123! letmein11234 letmein11234! letmein112345 letmein112345!
  letmein1123456 letmein11234567 letmein112345678 letmein1123456789 letmein11234567890 letmein12020 letmein12021
  letmein12022 letmein12023 letmein12024 letmein12025 letmein12026 letmein12027 letmein1234! letmein12345
  letmein12345! letmein123456 letmein1234567 letmein12345678 letmein123456789 letmein1234567890 letmein1letmein1
  letmeinletmein letmeinplease linkedin123! linkedin1234 linkedin1234! linkedin12345 linkedin12345! linkedin123456
  linkedin1234567 linkedin12345678 linkedin123456789 linkedin1234567890 linkedin2020 linkedin2021 linkedin2022
  linkedin2023 linkedin2024 linkedin2025 linkedin2026 linkedin2027 linkedinlinkedin liverpool123 liverpool123!
  liverpool1234 liverpool1234! liverpool12345 liverpool12345! liverpool123456 liverpool1234567 liverpool12345678
  liverpool123456789 liverpool2020 liverpool2021 liverpool2022 liverpool2023 liverpool2024 liverpool2025
  liverpool2026 liverpool2027 liverpoolfc1 liverpoolliverpool loadpath123! loadpath1234 loadpath1234! loadpath12345
  loadpath12345! loadpath123456 loadpath1234567 loadpath12345678 loadpath123456789 loadpath1234567890 loadpath2020
  loadpath2021 loadpath2022 loadpath2023 loadpath2024 loadpath2025 loadpath2026 loadpath2027 loadpathloadpath
  login1234567 login12345678 login123456789 login1234567890 lordoftherings losangeles12 lovely12345! lovely123456
  lovely1234567 lovely12345678 lovely123456789 lovely1234567890 lovelylovely manchester123 manchesterunited
  master12345! master123456 master1234567 master12345678 master123456789 master1234567890 mastermaster mercedes123!
  mercedes1234 mercedes1234! mercedes12345 mercedes12345! mercedes123456 mercedes1234567 mercedes12345678
  mercedes123456789 mercedes1234567890 mercedes2020 mercedes2021 mercedes2022 mercedes2023 mercedes2024 mercedes2025
  mercedes2026 mercedes2027 mercedesmercedes michael1234! michael12345 michael12345! michael123456 michael1234567
  michael12345678 michael123456789 michael1234567890 michaelmichael minecraft123 minecraft123! minecraft1234
  minecraft1234! minecraft12345 minecraft12345! minecraft123456 minecraft1234567 minecraft12345678
  minecraft123456789 minecraft2020 minecraft2021 minecraft2022 minecraft2023 minecraft2024 minecraft2025
  minecraft2026 minecraft2027 minecraftminecraft monday12345! monday123456 monday1234567 monday12345678
  monday123456789 monday1234567890 mondaymonday monkey12345! monkey123456 monkey1234567 monkey12345678
  monkey123456789 monkey1234567890 monkeymonkey mustang1234! mustang12345 mustang12345! mustang123456 mustang1234567
  mustang12345678 mustang123456789 mustang1234567890 mustangmustang mynewpassword mypassword12 mypassword123
  mypassword1234 mysecretpassword naruto12345! naruto123456 naruto1234567 naruto12345678 naruto123456789
  naruto1234567890 narutonaruto netflix1234! netflix12345 netflix12345! netflix123456 netflix1234567 netflix12345678
  netflix123456789 netflix1234567890 netflixnetflix newpassword1 newpassword12 newpassword123 newyork12345
  newyorkcity1 nintendo1234 opensesame123 p@ssw0rd123! p@ssw0rd1234 p@ssw0rd1234! p@ssw0rd12345 p@ssw0rd12345!
  p@ssw0rd123456 p@ssw0rd1234567 p@ssw0rd12345678 p@ssw0rd123456789 p@ssw0rd1234567890 p@ssw0rd2020 p@ssw0rd2021
  p@ssw0rd2022 p@ssw0rd2023 p@ssw0rd2024 p@ssw0rd2025 p@ssw0rd2026 p@ssw0rd2027 p@ssw0rdp@ssw0rd p@ssword123!
  p@ssword1234 p@ssword1234! p@ssword12345 p@ssword12345! p@ssword123456 p@ssword1234567 p@ssword12345678
  p@ssword123456789 p@ssword1234567890 p@ssword2020 p@ssword2021 p@ssword2022 p@ssword2023 p@ssword2024 p@ssword2025
  p@ssword2026 p@ssword2027 p@sswordp@ssword pa$$word1234 pa55word123! pa55word1234 pa55word1234! pa55word12345
  pa55word12345! pa55word123456 pa55word1234567 pa55word12345678 pa55word123456789 pa55word1234567890 pa55word2020
  pa55word2021 pa55word2022 pa55word2023 pa55word2024 pa55word2025 pa55word2026 pa55word2027 pa55wordpa55word
  pass123456789 passpasspass passw0rd123! passw0rd1234 passw0rd1234! passw0rd12345 passw0rd12345! passw0rd123456
  passw0rd1234567 passw0rd12345678 passw0rd123456789 passw0rd1234567890 passw0rd2020 passw0rd2021 passw0rd2022
  passw0rd2023 passw0rd2024 passw0rd2025 passw0rd2026 passw0rd2027 passw0rdpassw0rd password#123 password-123
  password.123 password123! password1234 password1234! password12345 password12345! password123456 password1234567
  password12345678 password123456789 password1234567890 password1password password2020 password2021 password2022
  password2023 password2024 password2025 password2026 password2027 password@123 password_123 passwordpassword
  playstation1 playstation3 playstation4 playstation5 pokemon1234! pokemon12345 pokemon12345! pokemon123456
  pokemon1234567 pokemon12345678 pokemon123456789 pokemon1234567890 pokemonpokemon princess123! princess1234
  princess1234! princess12345 princess12345! princess123456 princess1234567 princess12345678 princess123456789
  princess1234567890 princess2020 princess2021 princess2022 princess2023 princess2024 princess2025 princess2026
  princess2027 princessprincess q1w2e3r4t5y6 q1w2e3r4t5y6u7 qazwsxedcrfv qazwsxedcrfvtgb qwe123qwe123 qweasdzxc123
  qwerasdfzxcv qwerty12345! qwerty123456 qwerty1234567 qwerty12345678 qwerty123456789 qwerty1234567890 qwertyqwerty
  qwertyuiop!! qwertyuiop12 qwertyuiop123 qwertyuiop123! qwertyuiop1234 qwertyuiop1234! qwertyuiop12345
  qwertyuiop12345! qwertyuiop123456 qwertyuiop1234567 qwertyuiop12345678 qwertyuiop2020 qwertyuiop2021
  qwertyuiop2022 qwertyuiop2023 qwertyuiop2024 qwertyuiop2025 qwertyuiop2026 qwertyuiop2027 qwertyuiopqwertyuiop
  realmadrid12 realmadrid123 rockyou1234! rockyou12345 rockyou12345! rockyou123456 rockyou1234567 rockyou12345678
  rockyou123456789 rockyou1234567890 rockyourockyou rootpassword rootrootroot samsung1234! samsung12345
  samsung12345! samsung123456 samsung1234567 samsung12345678 samsung123456789 samsung1234567890 samsungsamsung
  sanfrancisco scalability1 secret12345! secret123456 secret1234567 secret12345678 secret123456789 secret1234567890
  secretpassword secretsecret securepassword shadow12345! shadow123456 shadow1234567 shadow12345678 shadow123456789
  shadow1234567890 shadowshadow skateboard12 snowboarding softwareengineer spiderman123 spongebob123 spring12345!
  spring123456 spring1234567 spring12345678 spring123456789 spring1234567890 springspring starwars123! starwars1234
  starwars1234! starwars12345 starwars12345! starwars123456 starwars1234567 starwars12345678 starwars123456789
  starwars1234567890 starwars2020 starwars2021 starwars2022 starwars2023 starwars2024 starwars2025 starwars2026
  starwars2027 starwarsstarwars steelers1234 strongpassword summer12345! summer123456 summer1234567 summer12345678
  summer123456789 summer1234567890 summersummer sunshine123! sunshine1234 sunshine1234! sunshine12345 sunshine12345!
  sunshine123456 sunshine1234567 sunshine12345678 sunshine123456789 sunshine1234567890 sunshine2020 sunshine2021
  sunshine2022 sunshine2023 sunshine2024 sunshine2025 sunshine2026 sunshine2027 sunshinesunshine superman123!
  superman1234 superman1234! superman12345 superman12345! superman123456 superman1234567 superman12345678
  superman123456789 superman1234567890 superman2020 superman2021 superman2022 superman2023 superman2024 superman2025
  superman2026 superman2027 supermanforever supermansuperman supersecret1 supersecret123 systemdesign systemdesign!
  systemdesign!! systemdesign1 systemdesign12 systemdesign123 systemdesign123! systemdesign1234 systemdesign1234!
  systemdesign12345 systemdesign12345! systemdesign123456 systemdesign2020 systemdesign2021 systemdesign2022
  systemdesign2023 systemdesign2024 systemdesign2025 systemdesign2026 systemdesign2027 systemdesignsystemdesign
  temporarypassword temppassword1 test12345678 testpassword testpassword1 testtesttest thisismypassword tinkerbell12
  trustno1123! trustno11234 trustno11234! trustno112345 trustno112345! trustno1123456 trustno11234567
  trustno112345678 trustno1123456789 trustno11234567890 trustno12020 trustno12021 trustno12022 trustno12023
  trustno12024 trustno12025 trustno12026 trustno12027 trustno1trustno1 unbelievable userpassword useruseruser
  volleyball12 welcome1123! welcome11234 welcome11234! welcome112345 welcome112345! welcome1123456 welcome11234567
  welcome112345678 welcome1123456789 welcome11234567890 welcome12020 welcome12021 welcome12022 welcome12023
  welcome12024 welcome12025 welcome12026 welcome12027 welcome1234! welcome12345 welcome12345! welcome123456
  welcome1234567 welcome12345678 welcome123456789 welcome1234567890 welcome1welcome1 welcome2loadpath welcomewelcome
  whatever123! whatever1234 whatever1234! whatever12345 whatever12345! whatever123456 whatever1234567
  whatever12345678 whatever123456789 whatever1234567890 whatever2020 whatever2021 whatever2022 whatever2023
  whatever2024 whatever2025 whatever2026 whatever2027 whateverwhatever winter12345! winter123456 winter1234567
  winter12345678 winter123456789 winter1234567890 winterwinter yourpassword zaq12wsxcde3 zaq1zaq1zaq1 zxcvbnm1234!
  zxcvbnm12345 zxcvbnm12345! zxcvbnm123456 zxcvbnm1234567 zxcvbnm12345678 zxcvbnm123456789 zxcvbnm1234567890
  zxcvbnmasdfghjkl zxcvbnmzxcvbnm
`

/** Words that people begin a password with, and what they put behind one until it is long enough. */
const words = `
  1q2w3e4r 1qaz2wsx abc123 abcd1234 abcdef access admin administrator amanda amazon america andrew android angel
  april arsenal asdfgh asdfghjkl ashley august autumn awesome azerty babygirl banana barcelona baseball basketball
  batman berlin blessed blink182 brasil brother buster butterfly california canada changeme changethis charlie cheese
  chelsea chicago christ company computer contrasena cookie corvette cowboys dallas daniel database december default
  developer diamond dragon eagles engineer facebook family father february ferrari flower football forever fortnite
  france freedom friday friends germany ginger golden google guest hacker hannah harley heaven hello helloworld
  highscalability hockey honda iloveyou instagram internet interview iphone january jennifer jessica jesus jordan
  joshua july june juventus killer lakers letmein letmein1 linkedin linux liverpool loadpath login london lovely
  loveme madrid maggie manchester march master matthew may mercedes mexico michael michelle microsoft minecraft
  monday monkey motdepasse mother mustang netflix network newyork nicole nothing november october orange p@ssw0rd
  p@ssword pa55word paris passw0rd password passwort pepper pokemon porsche princess purple qazwsx qwe123 qwerty
  qwertyuiop qwertz rainbow realmadrid robert root samantha samsung saturday scalability secret september server
  shadow silver sister soccer software spiderman spring starwars steelers summer sunday sunshine superman
  systemdesign systems test tester testing texas thomas thursday tigger toor trustno1 tuesday twitter ubuntu user
  wachtwoord wednesday welcome welcome1 whatever windows winter yamaha yankees yellow youtube zxcvbn zxcvbnm
`
const years = Array.from({ length: 41 }, (_, index) => String(1990 + index))
const digits = ['', '1', '12', '123', '1234', '12345', '123456', '1234567', '12345678', '123456789', '1234567890']
const tails = [
  ...digits,
  ...digits.toReversed(),
  ...years,
  '321',
  '4321',
  '54321',
  '654321',
  '007',
  '69',
  '99',
  '666',
  '777',
]
const ends = ['', '!', '!!', '!!!', '1', '1!', '123', '123!', '.', '?', '#', '@', '$']

let listed: ReadonlySet<string> | undefined

/** The words and the list as a set, made at first use. */
function list(): ReadonlySet<string> {
  listed ??= new Set(`${text} ${words}`.trim().split(/\s+/))
  return listed
}

/**
 * Whether a password, in lower case, is one of those that are tried first: it stands on the list, or is one or two of
 * its words (of any two), each with a usual tail, and a usual end: some ten million in all, which take no memory.
 */
export function isCommonPassword(password: string): boolean {
  if (list().has(password)) return true
  return ends.some((end) => password.endsWith(end) && isWords(password.slice(0, password.length - end.length), 2))
}

function isWords(text: string, atMost: number): boolean {
  if (text === '') return true
  if (atMost === 0) return false
  for (let size = text.length; size >= 3; size--) {
    if (!list().has(text.slice(0, size))) continue
    const rest = text.slice(size).replace(/^[ ._-]/, '')
    if (
      tails.some((tail) => rest.startsWith(tail) && isWords(rest.slice(tail.length).replace(/^[ ._-]/, ''), atMost - 1))
    )
      return true
  }
  return false
}
