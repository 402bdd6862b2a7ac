/** First names that are also words, places, months or well-known programs: alone, they name nobody for certain. */
export const ordinaryNames: ReadonlySet<string> = new Set(
  `al an as at be bo do ed go ha he in is it le me my no of on or so to ty up us we vi
  abel ada alma amber amity angel april arch archer art ash ashton asia aspen august aurora austin autumn avery axel azure
  baker barb barry basil bay bea beau bee bell belle berry bill birch bishop blaze blue bob bonnie brad branch brandy brant brook
  brooke brooks brooklyn buck bud buddy bunny burt cade candy cannon carol carter cash cat cedar chad chance charity charlie chase
  chelsea cherry chester china chip christian chuck clay cliff clover cody cole colt cookie cooper coral crystal cruz curt cy
  cypress daisy dale dallas dan dash dawn dean dee delta dell denver derby desk destiny dick diamond dirk dixie dom don dot drake
  drew duke dusty earl early easter easton echo eden elm ember era ernest eve ever faith fern field finn fletcher flint flora
  florence ford forest forrest foster fox frank gale gene genesis georgia ginger glen glory grace grant gray green grey guy hank
  happy harmony harper harry hart haven hazel heath heather heaven helm hero holland holly hope hugh hunter india indigo iris
  ireland israel ivory ivy jack jackie jade jam jasmine jasper java jay jean jenkins jersey jet jewel jo job jordan journey joy
  judge julia july june junior juno justice kale kay kenya king kit lacey lake lance land lane lark laurel leaf lee lexus liberty
  lily lincoln linden logan london lotus lou love luke lux lynx mac madison mae maggie magnolia maple marble march margin marina
  mark mars marsh marshal mason matt maven max maximus may mercy merit merry mike miles mill mint misty mo monday moses myrtle nat
  neo nevada nick nile noble noel norm normal nova oak ocean octavia olive oliver opal orion oscar page paige paris parker parsley
  pat patience patty peace pearl penny pepper percy perry pete phoenix pierce pilot piper poppy porter preston price prince
  princess pip quest quill quinn rain rainbow ransom raven ray read red reed reef reese regal rex rhyme rich ricky ridge rip river
  rob robin rocky rod roman rome romeo root rory rose rosemary rover rowan royal ruby rudy rush russet rusty rye sage sailor sally
  salt sandy savannah scarlet scout see sergeant shade shadow shay shell sherry sierra silver skip sky skye skyler slate sol sonny
  sparrow spencer spring stan star sterling stew stone storm sue summer sunny sunday swift sydney tad tamper tanner taylor teal
  teddy temple terra terry thorn tiger timber titus toby tom topaz tracy trace tripp troy true trinity tucker tuesday turner ty
  tyler umber unity urban vale van velvet vernon victor victoria viola violet virginia wade walker wallace ward warren warrior wave
  webb wednesday wells wes west wick will willow winter wolf woody wren zen zephyr zion`.split(/\s+/),
);

/** Those of them that stand in brackets and behind commas as places, times and programs do: `(Austin)`, `in April, May`. */
export const placesAndTimes: ReadonlySet<string> = new Set(
  `april asia august aurora austin autumn berry brook brooklyn chelsea china dallas delta denver derby easter eden florence
  georgia haven holland india ireland israel java jenkins jersey jordan july june kenya london lincoln madison march may monday
  neo nevada ocean paris phoenix rome ruby savannah sierra spring summer sunday sydney tuesday vale van vernon victoria virginia
  wednesday wells west windsor winter zion`.split(/\s+/),
);
