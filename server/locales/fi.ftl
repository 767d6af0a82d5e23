# Translation of en.ftl.

language = Kieli:
support = Tarvitsetko apua?
help = Ohje
privacy = Tietosuoja
terms = Ehdot

reset-title = Valitse uusi salasana
open-app-lead = Jos sovellus on tällä laitteella, jatka siinä.
open-app = Avaa sovellus
or-set-it-here = tai aseta se tässä
get-app = Hanki sovellus:
code-title = Kirjoita tämä koodi sovellukseen
code-lead = Kirjoita se laitteella, jolla pyysit salasanan nollausta.
link-label = Viestissä oleva linkki
link-hint = Kopioi koko linkki viestistä ja liitä se tähän.
new-password = Uusi salasana
policy = { $min ->
    [one] Vähintään { $min } merkki.
   *[other] Vähintään { $min } merkkiä.
  } Muutama toisiinsa liittymätön sana on helppo muistaa.
repeat-password = Uusi salasana uudelleen
show-passwords = Näytä salasana
second-factor = Koodi todennus­sovelluksesta
set-password = Vaihda salasana

done-title = Salasana vaihdettu
done-signed-out = Sinut kirjattiin ulos kaikilta muilta laitteilta. Kirjaudu niillä sisään uudella salasanallasi.
done-close = Voit sulkea tämän sivun ja kirjautua sisään.

error-summary-title = Korjaa nämä kohdat:
link-missing = Liitä viestissä oleva linkki kokonaan.
password-missing = Kirjoita uusi salasana.
passwords-differ = Salasanat eivät täsmää. Kirjoita molemmat uudelleen.
password-too-short = Käytä vähintään { $min } merkkiä.
password-too-long = Käytä enintään { $max } merkkiä.
password-common = Liian helppo arvata. Valitse harvinaisempi.
password-breached = Löytyy tietovuodosta. Valitse toinen.
password-personal = Älä käytä osia sähköposti­osoitteestasi.
password-product-name = Älä käytä tämän palvelun nimeä.
password-same-as-before = Tämä on nykyinen salasanasi. Valitse uusi.
second-factor-required = Tilillä on käytössä kaksivaiheinen kirjautuminen. Kirjoita koodi todennus­sovelluksesta ja lisäksi uusi salasanasi uudelleen.
second-factor-invalid = Koodi ei täsmää. Odota, että sovellus näyttää seuraavan koodin, ja kirjoita se ja uusi salasanasi.
email-invalid = Anna osoite muodossa nimi@example.com.
wait-seconds = Liian monta yritystä. Yritä uudelleen { $seconds } sekunnin kuluttua.
wait-minutes = Liian monta yritystä. Yritä uudelleen { $minutes } minuutin kuluttua.
wait-hours = Liian monta yritystä. Yritä uudelleen { $hours } tunnin kuluttua.
wait-days = Liian monta yritystä. Yritä uudelleen { $days } päivän kuluttua.
malformed-request = Emme saaneet tästä selvää. Yritä uudelleen.
cross-site-request = Pyyntö tuli toiselta sivustolta, joten emme tehneet mitään. Jos se olit sinä, yritä uudelleen täällä.
internal-error = Meillä meni jokin vikaan. Yritä uudelleen muutaman minuutin kuluttua.

expired-title = Linkki on vanhentunut
expired-text = Linkit toimivat vain vähän aikaa, jotta tilisi pysyy turvassa. Pyydä uusi, niin pääset pian jatkamaan.
used-title = Linkki on jo käytetty
used-text = Sillä asetettiin uusi salasana. Jos se et ollut sinä, pyydä heti uusi linkki ja valitse toinen salasana.
superseded-title = Sinulle on lähetetty uudempi viesti
superseded-text = Vain uusimman viestin linkki toimii. Avaa se tai pyydä uusi.
other-device-title = Avaa linkki toisella laitteellasi
other-device-text = Se toimii vain laitteella, jolla pyysit sitä. Avaa se siellä tai kirjoita viestissä oleva koodi siellä sovellukseen.
invalid-link-title = Linkki on vajaa
invalid-link-text = Kopioi se viestistä kokonaan, ensimmäisestä merkistä viimeiseen.

request-title = Unohditko salasanasi?
request-new-link = Pyydä linkki tälle laitteelle
request-lead = Anna sähköposti­osoitteesi, niin lähetämme linkin, jolla voit valita uuden salasanan.
request-in-app = Pyydä turvallisuussyistä uusi linkki sovelluksessa.
email = Sähköpostiosoite
send = Lähetä nollausviesti
requested-title = Tarkista sähköpostisi
requested-text = Jos osoitteella { $email } on tili, saat viestin, jossa on linkki.
requested-spam = Eikö viestiä kuulu minuutin kuluessa? Tarkista roskapostikansio ja yllä oleva osoite.

freeze-title = Lukitaanko tilisi?
freeze-lead = Jos et itse vaihtanut salasanaasi, lukitse tilisi. Silloin kukaan ei voi kirjautua sisään, ennen kuin uusi salasana on asetettu sähköpostin kautta.
freeze = Lukitse tili
freeze-was-you = Jos se olit sinä, voit sulkea tämän sivun.
freeze-expired = Tällä linkillä ei voi enää lukita tiliäsi. Jos joku muu vaihtoi salasanasi, nollaa se nyt.
freeze-superseded-title = Tämä linkki ei enää lukitse tiliäsi
freeze-superseded-text = Salasanasi vaihdettiin vielä tämän viestin jälkeen. Jos sekään et ollut sinä, käytä uusimmassa vaihtoilmoituksessa olevaa linkkiä tai nollaa salasanasi nyt.
frozen-title = Tilisi on lukittu
frozen-lead = Kukaan ei voi kirjautua sisään, ennen kuin valitset uuden salasanan. Jäljellä on kaksi vaihetta:
mailbox-step-title = Suojaa postilaatikkosi
mailbox-step-text = Vaihda sen salasana. Tekijä on voinut lukea sähköpostejasi.
frozen-password-title = Valitse uusi salasana tässä
unlocks-account = Tämä avaa tilisi lukituksen.

mail-reset-subject = Nollaa { $product }-salasanasi
mail-reset-preheader = Valitse uusi { $minutes } minuutin kuluessa.
mail-reset-preheader-code = Koodi: { $code }
mail-reset-lead = Valitse uusi salasana { $product }-tilillesi.
mail-same-device = Avaa linkki laitteella, jolla pyysit tätä viestiä.
mail-button = Valitse uusi salasana
mail-link-valid = Linkki toimii vain kerran ja { $minutes } minuutin ajan.
mail-link-copy = Eikö painike toimi? Kopioi tämä linkki:
mail-code-title = Tai kirjoita tämä koodi sovellukseen
mail-code-valid = Se toimii { $minutes } minuutin ajan. Älä kerro sitä kenellekään. Emme koskaan kysy sitä sinulta.
mail-requested = Pyydetty
mail-changed = Vaihdettu
mail-device = Laite
mail-device-name = { $client } ({ $system })
mail-fact = { $label }: { $value }
mail-unrequested-title = Etkö pyytänyt tätä?
mail-unrequested-text = Sinun ei tarvitse tehdä mitään. Salasanasi pysyy ennallaan, eikä kukaan voi vaihtaa sitä ilman tätä viestiä.
mail-unrequested-again = Jos tällaisia viestejä tulee lisää, kerro meille:
mail-why-reset = Lähetetty osoitteeseen { $email }, koska joku pyysi salasanan nollausta tällä osoitteella.
mail-why-changed = Lähetetty osoitteeseen { $email }, joka on tilisi osoite.

notice-subject = { $product }-salasanasi vaihdettiin
notice-preheader = Jos se olit sinä, kaikki on kunnossa. Jos et ollut, lukitse tilisi.
notice-lead = { $product }-tilisi salasana vaihdettiin.
notice-signed-out = Sinut kirjattiin ulos kaikilta laitteilta.
notice-own-change = Jos se olit sinä, kaikki on kunnossa. Kirjaudu uudelleen uudella salasanallasi.
notice-not-you-title = Etkö se ollut sinä?
notice-lock-title = Lukitse tilisi
notice-link-valid = { $days ->
    [one] Silloin kukaan ei voi kirjautua sisään, ennen kuin uusi salasana on asetettu sähköpostin kautta. Tämä linkki toimii { $days } päivän.
   *[other] Silloin kukaan ei voi kirjautua sisään, ennen kuin uusi salasana on asetettu sähköpostin kautta. Tämä linkki toimii { $days } päivää.
  }
notice-recovery-title = Valitse uusi salasana { $product }-tilillesi
notice-support-title = Kerro meille
