"""Closed word classes of news English: titles, offices, heads of organisations and of places."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    """The words of a text, so that a class reads as prose."""
    return frozenset(text.split())


HONORIFICS = _words(
    "mr mrs ms miss mx dr prof sir dame lord lady madam madame mme monsieur sheikh sheikha shaikh"
    " rev reverend fr hon hajji haji sayyid shri smt adv don doña mullah maulana imam ayatollah"
    " rabbi"
)
RANKS = _words(
    "pm cm vp dig igp dcp"
    " gen general col colonel lt lieutenant maj major capt captain sgt sergeant cpl corporal adm"
    " admiral cmdr commander brig brigadier marshal pte private const constable insp inspector"
    " det detective superintendent sen senator rep congressman congresswoman gov governor pres"
    " president prince princess king queen emperor sultan emir pope bishop archbishop cardinal"
    " patriarch father sister brother pastor judge justice chief premier chancellor"
)
OFFICES = RANKS | _words(
    "minister ministers secretary ambassador ambassadors envoy consul attaché diplomat commissioner"
    " mayor deputy mp mps mep lawmaker legislator parliamentarian councillor councilor councilman"
    " councilwoman alderman speaker whip leader leaders chairman chairwoman chairperson chair"
    " director directors ceo cfo coo cto executive head spokesman spokeswoman spokesperson"
    " representative rapporteur coordinator adviser advisor aide negotiator prosecutor"
    " attorney solicitor lawyer barrister magistrate registrar sheriff officer officers official"
    " treasurer comptroller auditor ombudsman candidate nominee incumbent founder cofounder"
    " co-founder owner manager editor publisher columnist journalist reporter correspondent author"
    " writer poet novelist filmmaker actor actress singer musician rapper artist painter architect"
    " designer engineer scientist researcher professor lecturer dean rector principal teacher"
    " historian economist analyst strategist expert scholar doctor physician surgeon"
    " epidemiologist virologist psychologist activist campaigner dissident rebel warlord"
    " coach skipper striker midfielder defender goalkeeper forward batsman bowler"
    " player athlete boxer champion pilot astronaut cleric priest lama dictator ruler monarch"
    " organizer organiser trustee fellow student farmer businessman businesswoman entrepreneur"
    " billionaire tycoon banker trader broker investor successor predecessor counterpart"
    " president-elect vice-president vice-chairman secretary-general director-general"
    " prime-minister vice-chancellor governor-general"
)
OFFICE_MODIFIERS = _words(
    "prime vice deputy first second foreign interior exterior defense defence finance health"
    " education justice home labor labour trade energy environment agriculture transport"
    " information culture sports economy economic commerce planning development industry tourism"
    " oil petroleum water justice security national state federal regional local provincial"
    " presidential parliamentary congressional municipal royal crown chief senior junior top"
    " executive managing acting interim caretaker former ex late outgoing incoming then current"
    " longtime long-time veteran assistant associate co general special permanent affairs press"
    " opposition party majority minority rebel military army navy air force police union labour"
    " attorney right-wing left-wing far-right political government supreme high court district"
    " county city communications public relations research human rights climate policy"
    " technical financial operating marketing medical legal head lead global world country project"
    " alternate program programme sales team under and of the for to in"
)
PROFESSIONS = _words(
    "columnist journalist reporter correspondent author writer poet novelist filmmaker actor"
    " actress singer musician rapper artist painter architect designer engineer scientist"
    " researcher lecturer teacher historian economist analyst strategist expert scholar doctor"
    " physician surgeon epidemiologist virologist psychologist activist campaigner dissident rebel"
    " striker midfielder defender goalkeeper forward batsman bowler player athlete boxer champion"
    " pilot astronaut priest fellow student farmer businessman businesswoman entrepreneur"
    " billionaire tycoon banker trader broker investor lawyer barrister solicitor father mother"
    " sister brother successor predecessor counterpart owner professor constable"
)
FAMILY = _words("father mother sister brother")
FORMER = _words("former ex late then onetime erstwhile previous past ousted deposed")
ACTING = _words("acting interim caretaker provisional")
STATUS = FORMER | ACTING
CLAIMED = _words("declared proclaimed styled appointed")
TO_BE = _words("elect designate")
NOT_HELD = _words("candidate nominee attorney forward incumbent diplomat")
SPOKES = _words("spokesman spokeswoman spokesperson spokesmen spokespeople")

ORGANISATION_HEADS = _words(
    "agency association authority bank board bureau cabinet centre center chamber church club"
    " coalition college command commission committee company confederation conference congress"
    " consortium cooperative corporation corps council court department directorate division"
    " embassy enterprise enterprises exchange federation force forces forum foundation front fund"
    " government group guard holdings house industries initiative institute institution"
    " institutes investments laboratory league legislature magazine ministry mission"
    " movement museum network news newspaper office organisation organization parliament"
    " partnership party police post program programme project regiment school schools"
    " secretariat senate service services society squad staff syndicate team telegraph times"
    " tribunal trust union university alliance army navy academy airlines airways brigade"
    " journal herald tribune gazette broadcasting television seminar ltd inc corp plc llc"
)
LEGAL_FORMS = _words("inc corp ltd limited plc llc co gmbh ag sa nv bhd")
TRADES = _words(
    "motors motor computer computers oil energy electric electronics steel foods pharma"
    " pharmaceuticals financial technologies technology systems software media entertainment"
    " records pictures studios insurance securities partners ventures resources mining mines"
    " minerals petroleum gas power chemicals telecom communications mobile games labs solutions"
    " consulting logistics shipping stores brothers international global worldwide fc futures"
    " analytics aerospace dynamics semiconductor biotech aviation properties equity"
)
JOINING_HEADS = _words(
    "agency association authority bank board bureau centre center chamber church coalition"
    " college commission committee confederation congress council court department directorate"
    " embassy federation forum foundation front fund institute league ministry movement museum"
    " network office organisation organization party school secretariat society tribunal trust"
    " union university alliance academy assembly"
)
GENERIC_ALONE = ORGANISATION_HEADS | _words(
    "state nation kingdom republic island islands province district county city town village"
    " region river valley mountain sea lake ocean airport street road embassy interior finance"
    " education health commerce defense defence justice labour labor treasury constitution act law"
    " bill minister president premier government opposition secretary chairman director governor"
    " mayor ambassador university campus hospital mosque cathedral stadium square capital"
    " agriculture energy transport tourism industry trade human rights security assembly"
    " emperor king queen prince princess leader committee section internet web god"
)
PROPER_ALONE = _words("senate congress parliament police army navy")

NATURAL_HEADS = _words(
    "river valley mountain mountains mount sea lake ocean gulf bay strait island islands peninsula"
    " desert delta basin peak range forest canyon glacier coast cape plateau hills falls"
    " archipelago reef channel canal"
)
ADMINISTRATIVE_HEADS = _words(
    "province district county state region prefecture governorate oblast city town village"
    " municipality republic territory township emirate kingdom quarter neighbourhood neighborhood"
)
BUILT_HEADS = _words(
    "airport bridge stadium street road avenue highway boulevard square plaza dam port harbour"
    " harbor tunnel railway station palace castle tower temple mosque cathedral cemetery prison"
    " camp park garden gardens hotel mall arena"
)
PLACE_HEADS = NATURAL_HEADS | ADMINISTRATIVE_HEADS | BUILT_HEADS
NATURAL_KINDS = NATURAL_HEADS | _words(
    "area archipelago continent corridor feature forest glacier gorge line macro marsh pass plain"
    " region wetland zone"
)
BUILT_KINDS = _words("airport base battlefield bridge camp canal dam landmark prison road site")

ORGANISED_GROUPS = _words(
    "taliban hamas hezbollah hizbollah fatah isis isil daesh kremlin pentagon knesset interpol"
    " jazeera nato unicef unesco opec boko haram mossad politburo duma bundestag bundesrat"
    " kuomintang eurogroup mercosur asean ecowas brics un eu imf who wto fifa uefa icc afp reuters"
    " bbc cnn google facebook twitter whatsapp instagram youtube tiktok wechat microsoft netflix"
)
LONG_GROUPS = frozenset(
    {
        "al qaeda", "al qaida", "islamic state", "islamic emirate", "al shabaab", "boko haram",
        "european union", "united nations", "african union", "arab league", "northern alliance",
        "white house", "capitol hill", "downing street", "scotland yard",
        "security council", "supreme court",
    }
)  # fmt: skip
PEOPLES = _words(
    "soviet arab arabs kurd kurds kurdish muslim muslims christian christians jew jews jewish"
    " sunni sunnis shia shiite shiites hindu hindus buddhist buddhists catholic catholics"
    " protestant protestants orthodox islamist islamists islamic republican republicans democrat"
    " democrats communist communists european europeans african africans asian asians"
    " western palestinian palestinians scottish welsh chechen chechens tibetan tibetans uyghur"
    " uyghurs uighur uighurs pashtun pashtuns tajiks uzbeks hazara hazaras tamil tamils rohingya"
    " yazidi yazidis hutu tutsi zionist nazi nazis latino latinos hispanic"
)
NOT_ORGANISATIONS = _words(
    "tv dvd cd pc dna rna gdp gnp vat ceo cfo coo cto vp pm mp mps mep hiv aids covid tb sars mers"
    " flu ptsd adhd iq id pin sms gps atm pdf faq url html usb led lcd ai ml vr ar ev evs suv suvs"
    " ngo ngos usd eur gbp jpy am pm est edt gmt utc cet bst ist ad bc bce ce asap aka etc vs ok"
    " km kg kmh mph mw gw kw kwh hd uhd ufo ufos sos rip diy lgbt lgbtq lgbtqi phd mba md ba ma bsc"
    " msc qc kc obe mbe cbe jr sr ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xx xxi no nos re"
    " ipo ipos etf nft nfts fdi sme smes imo fyi lol icu er ppe pcr iui ivf cctv wmd"
    " ied ieds icbm dui dj mc lp ep uk us usa sim vpn mla mlas sop rtgs emi cm dig dcp igp vpm"
)
SECTION_LABELS = _words(
    "analysis interview breaking live opinion comment commentary explainer exclusive feature update"
    " updated editorial factbox profile watch video photos gallery podcast review developing"
    " correction obituary timeline recap headlines newsletter advertisement sponsored statement"
)
PORTFOLIOS = _words(
    "foreign external exterior interior internal home defense defence armed forces finance health"
    " education justice labor labour trade energy environment agriculture transport information"
    " culture sports sport economy economic commerce planning development industry tourism oil"
    " petroleum water national state security veterans housing immigration youth science"
    " technology affairs prime deputy vice first and &"
)
PORTFOLIO_HEADS = _words("minister ministers secretary adviser advisor")
NEWSPAPER_HEADS = _words(
    "standard courier ledger chronicle observer guardian mail mirror sentinel examiner bulletin"
    " inquirer daily weekly dispatch register globe star sun express mercury record review"
)
KIN_CHILD = _words("son daughter child grandson granddaughter heir")
KIN_SIBLING = _words("brother sister sibling twin half-brother half-sister")
KIN_SPOUSE = _words("wife husband spouse widow widower")
FEELINGS = _words(
    "hope wish fear dream weep cry smile laugh sigh remember recall love miss sleep wake"
)
HUMAN_DEEDS = FEELINGS | _words(
    "say tell speak add ask answer explain insist recall meet visit travel arrive fly resign retire"
    " die marry bear write tweet testify smile nod study graduate argue complain confess plead"
)
DONE_TO_HUMANS = _words(
    "meet marry appoint elect nominate interview arrest jail acquit detain assassinate murder hire"
    " promote dismiss oust succeed thank greet congratulate bury"
)
HOLDINGS = _words(
    "stake stakes share shares shareholder shareholders shareholding interest holding holdings"
    " investment investments investor investors confidence faith trust"
)
BODIES = _words(
    "company firm automaker carmaker airline manufacturer maker retailer lender broadcaster daily"
    " newspaper tabloid magazine startup start-up conglomerate developer operator supplier insurer"
    " brewer platform subsidiary brand party club militia charity nonprofit ngo agency"
)
OF_BODIES = _words(
    "shares stock ceo cfo subsidiary subscribers shareholder shareholders spokesman spokeswoman"
    " spokesperson executive executives employees customers users lawmaker lawmakers mp mps"
)
OF_PLACES = _words("region area resident residents mayor suburb neighbourhood neighborhood camp")
OF_PERSONS = (KIN_CHILD | KIN_SIBLING | KIN_SPOUSE) | _words(
    "father mother parents lawyer lawyers attorney attorneys body childhood friend friends aide"
    " aides death girlfriend boyfriend"
)
DWELLERS = _words(
    "resident residents inhabitant inhabitants people outskirts suburb suburbs streets mayor"
)
ROUTES = _words(
    "road route highway train bus flight ferry convoy travel flee drive walk fly sail ride march"
    " journey leave return arrive cross lorry truck railway"
)
PARTICLES = _words(
    "al el los las bin ibn ben bint abu abd de da dos das do del della di du la le van von der"
    " den ter zu st san santa e y"
)
ARABIC_LEADS = _words("al el bin ibn abu")
GIVEN_PARTICLES = _words("al ben")
MONTHS_DAYS = _words(
    "january february march april may june july august september october november december jan"
    " feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday"
    " saturday sunday mon tue wed thu fri sat sun today yesterday tomorrow"
)
LOCATIVE = _words(
    "in near from at toward towards outside inside around across via throughout within into"
)
CAPITAL_TITLES = _words(
    "president minister senator governor mayor premier chancellor ambassador secretary chairman"
    " chairwoman judge justice inspector commissioner director professor spokesman spokeswoman pm"
    " cm gov sen rep gen col lt capt sgt maj adm brig insp king queen emperor sultan emir pope"
)
CROWNS = _words(
    "king queen prince princess emperor empress sultan emir pope archbishop bishop magistrate"
    " ayatollah mullah maulana imam"
)
LEGAL_ENDINGS = LEGAL_FORMS | _words("corporation limited company se spa pjsc jsc")
APPOSITION_TAGS = _words("JJ JJR JJS NN NNS NNP NNPS POS VBN CD HYPH DT PRP$ RB")
