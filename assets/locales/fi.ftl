# See en.ftl for the context of each message.

## Everywhere

language = Kieli
dismiss = Sulje
show-password = Näytä salasana
opening = Hetki…
try-again = Yritä uudelleen
cancel = Peruuta
or = tai
back = Takaisin
help = Ohje
still-trying = Yritämme yhä. Yhteytesi voi olla hidas.
privacy = Tietosuoja
terms = Ehdot
page-open-failed = Selaimen avaaminen ei onnistunut. Kopioi tämä osoite selaimeen:
mail-open-failed = Sähköposti­sovelluksen avaaminen ei onnistunut. Kopioi tämä osoite sovellukseen:
problems = Korjaa nämä kohdat:
try-again-in = Yritä uudelleen ({ $time })
text-size = Tekstin koko { $percent } %

## Forgot password

forgot-title = Unohditko salasanasi?
forgot-lead = Anna sähköposti­osoitteesi, niin lähetämme linkin, jolla voit valita uuden salasanan.
forgot-lead-code = Anna sähköposti­osoitteesi, niin lähetämme koodin, jolla voit valita uuden salasanan.
hosted-lead = Uusi salasana valitaan sivulla { $host }, joka avautuu selaimeen.
hosted-open = Jatka selaimessa
hosted-opened-title = Jatka selaimessa
hosted-opened-text = Avasimme selaimeen sivun { $host }. Valitse siellä uusi salasana ja kirjaudu sitten sisään.
hosted-open-again = Avaa sivu uudelleen
email = Sähköpostiosoite
send = Lähetä nollausviesti
sending = Lähetetään…
did-you-mean = Tarkoititko osoitetta { $suggestion }?
back-to-email = Takaisin viestiin
back-to-sign-in = Takaisin kirjautumiseen

email-missing = Anna sähköposti­osoitteesi.
email-malformed = Anna osoite muodossa nimi@example.com.
email-refused = Osoite ei käy tässä palvelussa. Tarkista, onko siinä kirjoitusvirhe.
code-too-early = Tuo on koodi, ja koodit toimivat vain laitteella, jolla niitä pyysit. Anna sähköposti­osoitteesi, niin saat uuden koodin tänne.

## Check your email

check-title = Tarkista sähköpostisi
check-lead = Jos osoitteella { $email } on tili, saat viestin, jossa on linkki.
check-lead-code = Jos osoitteella { $email } on tili, saat viestin, jossa on koodi.
check-lead-both = Jos osoitteella { $email } on tili, saat viestin, jossa on linkki ja koodi.
hosted-check = Linkki avaa palvelun sivun selaimeen. Valitse uusi salasanasi siellä.
link-lifetime = { $minutes ->
    [one] Avaa linkki { $minutes } minuutin kuluessa.
   *[other] Avaa linkki { $minutes } minuutin kuluessa.
  }
link-lifetime-hours = { $hours ->
    [one] Avaa linkki { $hours } tunnin kuluessa.
   *[other] Avaa linkki { $hours } tunnin kuluessa.
  }
link-lifetime-days = { $days ->
    [one] Avaa linkki { $days } päivän kuluessa.
   *[other] Avaa linkki { $days } päivän kuluessa.
  }
check-spam = Eikö viestiä kuulu minuutin kuluessa? Tarkista roskapostikansio ja yllä oleva osoite.
check-spam-quota = Eikö viestiä kuulu minuutin kuluessa? Tarkista roskapostikansio ja yllä oleva osoite. Palvelu rajoittaa viestien määrää: jos mitään ei tule, yritä uudelleen tunnin kuluttua.
open-mail = Avaa sähköposti
mail-app-open-failed = Sähköposti­sovelluksen avaaminen ei onnistunut. Avaa se itse.
open-webmail = Avaa { $name }
paste-label = Liitä viestissä oleva linkki
paste-hint = Tee näin, jos linkki ei avaa sovellusta.
paste-or-code-hint = Jos viestissä on koodi, voit kirjoittaa sen tähän linkin sijaan.
code-label = Kirjoita koodi tai liitä linkki
code-only-label = Kirjoita viestissä oleva koodi
continue = Jatka
checking = Tarkistetaan…
resend = Lähetä uudelleen
resend-in = Lähetä uudelleen ({ $time })
resent = Lähetetty uudelleen. Vain uusin viesti toimii.
change-address = Käytä toista osoitetta
no-mailbox = Etkö pääse tähän postilaatikkoon?
no-mailbox-lead = Jotta ulkopuoliset eivät pääse tilille, lähetämme nollausviestit vain tilin osoitteeseen. Sinulla on silti vaihtoehtoja:
no-mailbox-provider-title = Palauta pääsy postilaatikkoosi
no-mailbox-provider-text = Sähköpostipalvelusi voi auttaa.
no-mailbox-other-title = Kokeile toista osoitetta
no-mailbox-other-text = Käytä jotakin muuta osoitetta, jonka olet lisännyt tiliisi.
no-mailbox-support-title = Ota yhteyttä tukeen
no-mailbox-support-text = Pyydämme sinua todistamaan henkilöllisyytesi.

no-link-or-code-found = Koodi tai linkki ei ole kokonainen. Kopioi se viestistä uudelleen.
code-incomplete = Koodi ei ole kokonainen. Kopioi se viestistä uudelleen.
link-incomplete = Linkki on vajaa. Kopioi se viestistä kokonaan.
link-of-other-service = Linkki kuuluu toiseen palveluun.
link-of-click-tracker = Linkki kulkee klikkauksia laskevan palvelun kautta. Avaa se viestistä tai kopioi koodi sieltä.
code-wrong = Koodi ei täsmää. Vertaa sitä uusimpaan viestiin.
code-wrong-tries = { $tries ->
    [one] Koodi ei täsmää. Voit yrittää vielä { $tries } kerran.
   *[other] Koodi ei täsmää. Voit yrittää vielä { $tries } kertaa.
  }
code-wrong-last-try = Koodi ei täsmää. Voit yrittää vielä kerran. Jos se ei onnistu, käytä linkkiä.
code-only-wrong-last-try = Koodi ei täsmää. Voit yrittää vielä kerran. Jos se ei onnistu, lähetä viesti uudelleen.
code-wrong-or-expired = Koodi ei täsmää tai on vanhentunut. Käytä uusimman viestin koodia tai lähetä viesti uudelleen.
code-expired = Koodi on vanhentunut. Avaa samassa viestissä oleva linkki tai lähetä viesti uudelleen.
code-used = Tällä viestillä on jo asetettu salasana.
code-superseded = Sinulle on lähetetty uudempi viesti. Käytä siinä olevaa koodia.
code-invalid = Koodi ei toimi täällä. Avaa viestissä oleva linkki tai lähetä viesti uudelleen.
code-only-invalid = Koodi on vanhentunut tai ei toimi täällä. Lähetä viesti uudelleen.

## Choose a new password

reset-title = Valitse uusi salasana
reset-checking = Tarkistetaan linkkiä…
reset-for = Tili: { $email }
new-password = Uusi salasana
confirm-password = Uusi salasana uudelleen
second-factor = Koodi todennus­sovelluksesta
second-factor-hint = Tilillä on käytössä kaksivaiheinen kirjautuminen.
set-password = Vaihda salasana
setting-password = Vaihdetaan salasanaa…
rule-length = { $min ->
    [one] Vähintään { $min } merkki
   *[other] Vähintään { $min } merkkiä
  }
rule-length-so-far = { $have }/{ $min } merkkiä
rule-length-refused = { $have }/{ $min } merkkiä. Lisää vielä { $more }.
rule-leaks = Ei tunnetuissa tietovuodoissa
tip-words = Muutama toisiinsa liittymätön sana on helppo muistaa.
tip-manager = Tallenna se salasanojen hallintaohjelmaan.
minutes-left = { $minutes ->
    [one] Linkki toimii vielä { $minutes } minuutin.
   *[other] Linkki toimii vielä { $minutes } minuuttia.
  }
hours-left = { $hours ->
    [one] Linkki toimii vielä { $hours } tunnin.
   *[other] Linkki toimii vielä { $hours } tuntia.
  }
days-left = { $days ->
    [one] Linkki toimii vielä { $days } päivän.
   *[other] Linkki toimii vielä { $days } päivää.
  }
expires-soon-title = Linkki vanhenee { $minutes } minuutin kuluttua
expires-soon-text = Kirjoittamasi säilyy täällä.
renew = Pyydä uusi linkki
renewed = Uusi linkki on matkalla. Avaa se, niin kirjoittamasi on yhä täällä.
caps-lock = Caps Lock on päällä.

strength = Salasanan vahvuus
strength-0 = Hyvin heikko
strength-1 = Heikko
strength-2 = Kohtalainen
strength-3 = Hyvä
strength-4 = Vahva
advice-common = Moni käyttää tätä tai jotain hyvin samanlaista.
advice-keyboard = Vierekkäiset näppäimet arvataan ensimmäisenä.
advice-repeat = Toistosta ei ole juuri apua.
advice-sequence = Sarjat kuten abc tai 6543 arvataan ensimmäisenä.
advice-date = Päivämäärät ja vuodet on helppo arvata.
advice-word = Yksittäinen sana on helppo arvata.
advice-name = Nimet on helppo arvata.
advice-substitution = Kirjaimen a vaihtamisesta @-merkkiin ei ole juuri apua.
advice-more-words = Lisää vielä yksi tai kaksi harvinaista sanaa.

breach-checking = Tarkistetaan tunnettuja tietovuotoja…
breach-unknown = Emme voineet tarkistaa tunnettuja tietovuotoja. Voit silti jatkaa.

password-missing = Kirjoita uusi salasana.
password-refused = Tämä palvelu ei hyväksynyt salasanaa. Kokeile pidempää.
passwords-differ = Salasanat eivät täsmää. Kirjoita jälkimmäinen uudelleen tai näytä ensimmäinen.
second-factor-wrong = Koodi ei täsmää. Kirjoita koodi, jonka sovellus näyttää nyt. Kukin toimii vain kerran.
too-short = Käytä enemmän merkkejä.
too-short-min = Käytä vähintään { $min } merkkiä.
too-long = Käytä vähemmän merkkejä.
too-long-max = Käytä enintään { $max } merkkiä.
too-many-bytes = Liian pitkä. Paikkoja on { $max }: tavalliset kirjaimet ja numerot vievät yhden, mutta ä, ö, muut kirjaimistot ja emojit kahdesta neljään.
password-characters = Käytä sekaisin pieniä ja isoja kirjaimia, numeroita ja erikoismerkkejä, kuten ! tai ?.
password-common = Liian helppo arvata. Valitse harvinaisempi.
password-breached = Löytyy tietovuodosta. Valitse toinen.
password-personal = Älä käytä osia sähköposti­osoitteestasi.
password-product-name = Älä käytä tämän palvelun nimeä.
password-same = Tämä on nykyinen salasanasi. Valitse uusi.

## Done

done-title = Salasana vaihdettu
done-for = Kirjaudu osoitteella { $email } ja uudella salasanallasi.
sessions-ended = Sinut kirjattiin ulos kaikilta muilta laitteilta klo { $time }. Kirjaudu niillä sisään uudella salasanallasi.
sessions-kept = Kirjautumisesi voi olla yhä voimassa muilla laitteilla. Jos joku muu tiesi vanhan salasanasi, kirjaudu niiltä ulos tilisi asetuksissa.
close-hint = Voit sulkea tämän ikkunan.

## A link that does not work

expired-title = Linkki on vanhentunut
expired-text = Linkit toimivat vain vähän aikaa, jotta tilisi pysyy turvassa. Pyydä uusi, niin pääset pian jatkamaan.
invalid-or-expired-title = Linkki ei toimi
invalid-or-expired-text = Se on vanhentunut, jo käytetty tai vajaa. Kopioi se kokonaan uusimmasta viestistä tai pyydä uusi.
used-title = Linkki on jo käytetty
used-text = Sillä asetettiin uusi salasana. Jos se et ollut sinä, pyydä heti uusi linkki ja valitse toinen salasana.
superseded-title = Sinulle on lähetetty uudempi viesti
superseded-text = Vain uusimman viestin linkki toimii. Avaa se tai pyydä uusi.
other-device-title = Avaa linkki toisella laitteellasi
other-device-text = Se toimii vain laitteella, jolla pyysit sitä. Avaa se siellä tai pyydä uusi linkki tälle laitteelle.
damaged-title = Linkki on vajaa
damaged-text = Kopioi se viestistä kokonaan, ensimmäisestä merkistä viimeiseen, tai pyydä uusi.
other-service-title = Linkki ei kuulu tälle sovellukselle
other-service-text = Se vie toiseen palveluun, joten emme lähettäneet mitään. Jos et odottanut viestiä, poista se.
hosted-link-title = Valitse salasana palvelun sivulla
hosted-link-text = Tämä sovellus ei voi käyttää linkkiä, joten mitään ei muutettu. Avaa se viestistä selaimessa ja valitse uusi salasana siellä.
account-closed-title = Tili on lukittu
account-closed-text = Palvelu on lukinnut sen, joten salasanaa ei vaihdettu. Jos haluat avata tilin, ota yhteyttä tukeen.
unsupported-factor-title = Sovellus ei tue kirjautumistapaasi
unsupported-factor-text = Tilillä on käytössä sellainen kaksivaiheinen kirjautuminen, jota sovellus ei tue. Salasanaa ei vaihdettu. Ota yhteyttä tukeen.
hosted-failed-title = Salasanaa ei vaihdettu
hosted-failed-text = Selaimessa avatulla sivulla ei asetettu uutta salasanaa. Aloita alusta ja avaa sivu uudelleen.
return-unknown-title = Emme tiedä, vaihtuiko salasana
return-unknown-text = Linkki ei ole sovelluksen avaamalta sivulta. Kokeile uutta salasanaa, ja jos se ei toimi, aloita alusta.
send-new-link = Lähetä uusi linkki
ask-new-link = Pyydä uusi linkki
other-device-ask = Pyydä linkki tälle laitteelle

## The service cannot be reached, or does not answer

offline = Palveluun ei saada yhteyttä. Tarkista yhteytesi ja yritä uudelleen.
offline-title = Ei verkkoyhteyttä
offline-text = Jatkamme, kun yhteys palaa. Mitään kirjoittamaasi ei katoa.
waiting-for-connection = Odotetaan yhteyttä…
wait-title = Liian monta yritystä
wait-text = Odota turvallisuussyistä hetki, ennen kuin yrität uudelleen.
down-title = Meillä meni jokin vikaan
down-text = Yritä uudelleen muutaman minuutin kuluttua. Mitään kirjoittamaasi ei katoa.
timed-out = Palvelun vastaus kesti liian kauan. Yritä uudelleen.
tls-error = Suojatun yhteyden muodostaminen ei onnistunut. Jos käytät julkista Wi-Fiä, kirjaudu ensin verkkoon. Tarkista myös laitteen päiväys ja kellonaika.
proxy-error = Verkkosi välityspalvelin esti yhteyden palveluun. Kysy verkon ylläpidosta tai käytä toista verkkoa.
captcha-required = Palvelu tarkistaa, ettet ole robotti, mutta sovellus ei tue tarkistusta. Valitse uusi salasana palvelun sivustolla.
rate-limited = Liian monta yritystä. Odota { $time } ja yritä uudelleen.
rate-limited-no-time = Liian monta yritystä. Yritä uudelleen minuutin kuluttua.
not-configured = Tämä sovellus ei tiedä, missä palvelussa tilisi on. Kysy siltä, jolta sait sovelluksen.
unexpected-response = Palvelun sijasta vastasi jokin muu. Jos käytät julkista Wi-Fiä, kirjaudu ensin verkkoon. Muussa tapauksessa pyydä apua.
invalid-response = Sovellus ei ymmärrä palvelun vastausta. Yritä myöhemmin uudelleen tai pyydä apua.
invalid-response-details = Sovellus ei ymmärrä palvelun vastausta. Yritä myöhemmin uudelleen. Jos pyydät apua, lue tämä ääneen: { $answer }

## Shown once, above the screen

memory-only = Pidä sovellus auki, kunnes olet valmis. Tämä laite ei voi tallentaa pyyntöäsi turvallisesti.
newer-link = Uudempi linkki avattiin. Käytämme nyt sitä.
bad-link-ignored = Toinen linkki avattiin, mutta se ei toimi. Voit jatkaa täällä.
clock-wrong = Laitteen kello on väärässä, joten tässä näkyvät ajat voivat olla pielessä. Aseta oikea päiväys ja kellonaika.
