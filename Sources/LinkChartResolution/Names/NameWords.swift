/// Words that say little about who is meant.
enum NameWords {
    /// Words that link others: left out of a comparison, and of acronyms where these leave them out.
    static let particles: Set<String> = words(
        """
        e i y o a ul ur al el ad ar as ash az an at us of the and und et for in on to von van zu zum zur de del \
        della der den des di da do dos du la le les los las bin ibn bint wa wal ye va ve na
        """)

    /// Titles of persons, left out where anything else is left.
    static let titles: Set<String> = words(
        """
        mullah mulla mullo mulah maulana mawlana moulana maulvi maulavi mawlawi molvi moulvi haji hajji hadji hajj alhaj \
        alhaji sheikh shaikh shaykh sheik cheikh shiekh general gen dr doctor mr mrs ms miss sir lord lady dame prof \
        professor president minister col colonel maj major capt captain lt lieutenant sgt sergeant cmdr commander marshal \
        admiral adm brig brigadier ayatollah ayatullah hojatoleslam imam qari mufti sayyid sayyed sayed syed seyyed \
        saiyid ustad ustaz emir amir king queen prince princess pope rev reverend bishop archbishop rabbi comrade senator \
        sen gov governor ambassador advocate engineer engr justice judge sahib saheb janab agha aqa hakim hafiz shri sri \
        smt generaal polkovnik doktor prezident herr frau monsieur don mla mwlana mwlwy shykh hajy jnral syd ayallh
        """)

    /// Forms of companies, left out where anything else is left.
    static let legalForms: Set<String> = words(
        """
        ltd limited llc inc incorporated corp corporation co company gmbh ag kg sa sarl srl spa plc llp lp bv nv oy ab \
        aps ooo oao zao pao ao jsc pjsc ojsc cjsc pte pty fze fzco fzc llt sro spzoo
        """)

    /// Words that make another of the one who is named after them.
    static let alterers: Set<String> = words(
        """
        deputy vice anti ex former spokesman spokesperson spokeswoman wife widow son brother daughter father mother \
        faction factions splinter
        """)

    /// Words of which the names of offices and bodies are made that every state has.
    static let commonWords: Set<String> = words(
        """
        ministry minister department office government state national federal central regional local foreign interior \
        internal external home affairs defence defense finance justice health education information police army navy \
        air force forces armed military border guard guards security intelligence service services special supreme \
        court parliament assembly senate council committee commission president presidency prime bank party opposition \
        coalition rebels rebel militants militant insurgents gunmen attackers attacker protesters protestors civilians \
        civilian soldiers troops officials official unidentified unknown group groups movement front union people \
        residents citizens refugees students workers media public embassy consulate agency authority authorities
        """)

    /// States and a few regions, in words that stand for nothing else in a name.
    static let countries: Set<String> = words(
        """
        afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain \
        bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burkina \
        burundi cambodia cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark \
        djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia \
        germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq \
        ireland israel italy jamaica japan jordan kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia \
        lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta \
        mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar burma \
        namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay \
        peru philippines poland portugal qatar romania russia rwanda samoa senegal serbia seychelles singapore slovakia \
        slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga \
        tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam yemen zambia \
        zimbabwe africa asia europe america kashmir khorasan balochistan punjab sindh waziristan kurdistan chechnya
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
