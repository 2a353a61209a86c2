/// The schemata and properties of FollowTheMoney 4.11.2, as `Tests/Reference/intelligence/make_ftm_model.py` prints them
/// from the model.
extension FTMModel {
    /// One schema a line: `<` what it extends, `*` if it is abstract, `=` the properties that name it, `>` the ends of an
    /// edge, `!` what it must have, and its own properties: `name:Schema` refers to an entity, `name@d` is a date, `@c` a
    /// country, `@u` a URL, `@n` a number, `@a` a name and so on; a bare name is a text. A line that ends with a backslash goes
    /// on.
    static let lines = #"""
        Address <Thing =full =summary =city =remarks full remarks postOfficeBox street street2 city postalCode region \#
            state latitude@n longitude@n osmId googlePlaceId
        Airplane <Vehicle =name =registrationNumber serialNumber icaoCode manufacturer
        Analyzable * detectedLanguage@l detectedCountry@c namesMentioned@a peopleMentioned@a companiesMentioned@a \#
            ibanMentioned ipMentioned@i locationMentioned phoneMentioned@p emailMentioned@e
        Article <Document =title =fileName
        Asset <Thing <Value =name
        Associate <Interval >person >associate !person !associate person:Person associate:Person relationship
        Audio <Document =fileName =title duration@n samplingRate@n
        BankAccount <Asset =name =iban =accountNumber bankName accountNumber iban bic bank:Organization accountType \#
            openingDate@d closingDate@d balance@n balanceDate@d maxBalance@n maxBalanceDate@d bankAddress
        Call <Interval =callerNumber =receiverNumber caller:LegalEntity callerNumber@p receiver:LegalEntity \#
            receiverNumber@p duration@n
        CallForTenders <Interval <Thing =title !title !authority callId title authority:LegalEntity authorityReferenceId \#
            onBehalfOf:LegalEntity publicationDate@d evaluationMechanism procurementType directive procedure involvesOutcome \#
            cpvCode reverseAuctionsIncluded nutsCode relationToThreshold paymentOptions submissionDeadline@d \#
            clarificationDeadline@d awardedInLots numberOfLots@n lotsNames tendersForLots maximumNumberOfLots@n euFunding \#
            multipleTenders tedUrl@u fallsUnderGPPScope certificationCheck awardingDate@d contractNoticeDate@d \#
            awardNoticeDate@d tenderers:LegalEntity
        Company <Asset <Organization =name =alias =abbreviation =weakAlias =previousName =registrationNumber !name \#
            capital@n voenCode coatoCode irsCode ipoCode cikCode jibCode mbsCode caemCode kppCode okopfCode fnsCode fssCode \#
            bikCode pfrNumber oksmCode isinCode ticker ricCode
        Contract <Asset =title =name =procedureNumber !title title authority:LegalEntity project:Project type \#
            contractDate@d procedureNumber procedure noticeId numberAwards status method criteria classification cancelled \#
            language@l
        ContractAward <Interest <Value >contract >supplier !supplier !contract supplier:LegalEntity contract:Contract \#
            callForTenders:CallForTenders lotNumber documentNumber documentType decisionReason cpvCode nutsCode amended
        Control <Interest =controlType >controller >controlled !controller !controlled controller:LegalEntity \#
            controlled:LegalEntity controlType legalBasis
        CourtCase <Thing =name =caseNumber !name category type status caseNumber court fileDate@d closeDate@d
        CourtCaseParty <Interest >party >case !case !party party:Thing case:CourtCase
        CryptoWallet <Thing <Value =publicKey =name =summary publicKey cryptoAddress privateKey accountId creationDate@d \#
            currencySymbol blockchain managingExchange holder:LegalEntity balance@n balanceDate@d custodyType
        Debt <Interval <Value >debtor >creditor !debtor debtor:LegalEntity creditor:LegalEntity
        Directorship <Interest =role >director >organization !director !organization director:LegalEntity \#
            organization:Organization secretary
        Document <Analyzable <Thing =fileName =title !fileName contentHash@h title author generator crawler fileSize@n \#
            fileName extension encoding bodyText messageId mimeType@m language@l translatedLanguage@l translatedText date@d \#
            authoredAt@d publishedAt@d parent:Folder ancestors:Folder processingStatus processingError processingAgent \#
            processedAt@d
        Documentation <Interest >document >entity !document !entity document:Document entity:Thing
        EconomicActivity <Interval =summary =goodsDescription =ccdNumber contract:Contract ccdNumber ccdValue \#
            directionOfTransportation customsProcedure vedCode vedCodeDescription goodsDescription declarant:LegalEntity \#
            sender:LegalEntity receiver:LegalEntity contractHolder:LegalEntity invoiceAmount customsAmount dollarExchRate \#
            tradingCountry@c departureCountry@c destinationCountry@c originCountry@c bankAccount:BankAccount \#
            bankRub:BankAccount bankForeign:BankAccount transport:Vehicle
        Email <Folder <HyperText <PlainText =subject =threadTopic =title =name =fileName subject threadTopic sender from \#
            to cc bcc emitters:LegalEntity recipients:LegalEntity inReplyTo inReplyToEmail:Email headers
        Employment <Interest =role >employee >employer !employer !employee employer:Organization employee:Person
        Event <Analyzable <Interval <Thing =name =summary =date !name location important organizer:LegalEntity \#
            involved:LegalEntity
        Family <Interval >person >relative !person !relative person:Person relative:Person relationship
        Folder <Document =fileName =title
        HyperText <Document =title =fileName bodyHtml
        Identification <Interval =number !holder !number holder:LegalEntity type country@c number authority
        Image <Document =fileName =title pictured:Person credit
        Interest <Interval * role status
        Interval * startDate@d endDate@d date@d summary description recordId sourceUrl@u proof:Document publisher \#
            publisherUrl@u alephUrl@u namesMentioned@a indexText modifiedAt@d retrievedAt@d
        LegalEntity <Thing =name =alias =abbreviation =weakAlias =previousName =email =phone =registrationNumber !name \#
            abbreviation@a email@e phone@p website@u legalForm incorporationDate@d dissolutionDate@d taxStatus status sector \#
            classification registrationNumber idNumber taxNumber licenseNumber vatCode jurisdiction@c mainCountry@c \#
            opencorporatesUrl@u bvdId sayariId brightQueryId brightQueryOrgId uscCode icijId okpoCode innCode ogrnCode \#
            okvedCode leiCode dunsCode uniqueEntityId npiCode swiftBic parent:LegalEntity
        License <Contract =name !name !authority area@n commodities reviewDate
        Membership <Interest =role >member >organization !member !organization member:LegalEntity \#
            organization:Organization
        Mention =name !document !name document:Document resolved:LegalEntity name@a detectedSchema contextCountry@c \#
            contextPhone@p contextEmail@e
        Message <Folder <HyperText <Interval <PlainText =subject =title =threadTopic =fileName !bodyText !sender subject \#
            threadTopic sender:LegalEntity senderAccount:UserAccount recipients:LegalEntity recipientAccount:UserAccount \#
            inReplyTo inReplyToMessage:Message metadata
        Note <Analyzable <Thing =description entity:Thing
        Occupancy <Interval >holder >post !holder !post holder:Person post:Position declarationDate@d electionDate@d \#
            periodStart@d periodEnd@d constituency politicalGroup status
        Organization <LegalEntity =name =alias =abbreviation =weakAlias =previousName =registrationNumber !name cageCode \#
            permId imoNumber giiNumber
        Ownership <Interest >owner >asset !owner !asset owner:LegalEntity asset:Asset percentage sharesCount sharesValue \#
            sharesCurrency sharesType legalBasis ownershipType
        Package <Folder =fileName =title
        Page index@n bodyText document:Pages detectedLanguage@l translatedText translatedTextLanguage indexText
        Pages <Document =fileName =title pdfHash@h
        Passport <Identification =passportNumber =number !holder !number passportNumber surname givenName birthDate@d \#
            birthPlace gender@g personalNumber
        Payment <Interval <Value =amount >payer >beneficiary !payer !beneficiary sequenceNumber transactionNumber \#
            purpose programme payer:LegalEntity payerAccount:BankAccount beneficiary:LegalEntity \#
            beneficiaryAccount:BankAccount contract:Contract project:Project
        Person <LegalEntity =name =alias =previousName =weakAlias =abbreviation =lastName =email =phone !name title \#
            firstName secondName middleName fatherName motherName lastName nameSuffix birthDate@d birthPlace birthCountry@c \#
            deathDate@d position biography nationality@c citizenship@c passportNumber socialSecurityNumber gender@g \#
            ethnicity height@n weight@n eyeColor hairColor appearance religion political profession education \#
            spokenLanguage@l
        PlainText <Document =fileName =title
        Position <Thing =name !name organization:Organization inceptionDate@d dissolutionDate@d subnationalArea \#
            numberOfSeats@n
        Project <Interval <Thing <Value =name =projectId projectId status phase goal
        ProjectParticipant <Interest =role >participant >project project:Project participant:LegalEntity
        PublicBody <Organization =name =alias =abbreviation =weakAlias =previousName !name
        RealEstate <Asset =name =address =registrationNumber latitude@n longitude@n censusBlock cadastralCode area@n \#
            registrationNumber titleNumber tenure encumbrance propertyType landType createDate@d parent:RealEstate
        Representation <Interest >agent >client !agent !client agent:LegalEntity client:LegalEntity
        Risk <Interval =reason =status !entity entity:Thing authority program programId programUrl@u topics@t status \#
            duration@n reason country@c listingDate@d
        Sanction <Interval =program !entity entity:Thing authority authorityId unscId program programId programUrl@u \#
            provisions status duration@n reason country@c listingDate@d
        Security <Asset =name =isin =registrationNumber isin registrationNumber ticker figiCode issuer:LegalEntity \#
            issueDate@d maturityDate@d type classification collateral
        Similar =confidenceScore =criteria candidate:Thing match:Thing confidenceScore@n criteria matcher
        Succession <Interest >predecessor >successor !predecessor !successor predecessor:LegalEntity \#
            successor:LegalEntity
        Table <Document =title =name =fileName columns rowCount@n csvHash@h
        TaxRoll <Interval !taxee taxee:LegalEntity country@c surname givenName birthDate@d income taxPaid wealth
        Territory <Thing =name =alias !name partOf:Territory level territoryCode fipsCode zipCode nutsCode
        Thing * =name !name name@a alias@a previousName@a weakAlias@a country@c summary notes description sourceUrl@u \#
            publisher publisherUrl@u alephUrl@u wikipediaUrl@u wikidataId keywords topics@t address addressEntity:Address \#
            program programId proof:Document riskSource:Thing indexText createdAt@d modifiedAt@d retrievedAt@d
        Trip <Event =name =startDate =endDate !name !endLocation !startLocation startLocation:Address \#
            endLocation:Address vehicle:Vehicle
        UnknownLink <Interest >subject >object !subject !object subject:Thing object:Thing
        UserAccount <Thing =username =email =service !username owner:LegalEntity service email@e phone@p username \#
            password ipAddress@i
        Value * amount@n currency amountUsd@n amountEur@n
        Vehicle <Asset =name =registrationNumber registrationNumber type model owner:LegalEntity operator:LegalEntity \#
            buildDate@d registrationDate@d deregistrationDate@d
        Vessel <Vehicle =name =imoNumber !name imoNumber crsNumber flag@c registrationPort navigationArea tonnage@n \#
            grossRegisteredTonnage@n deadweightTonnage@n nameChangeDate@d callSign pastFlags@c pastTypes mmsi
        Video <Document =fileName =title duration@n
        Workbook <Folder =fileName =title
        """#
}
