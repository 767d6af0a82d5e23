# See en.ftl for the context of each message.

## Everywhere

language = Sprache
dismiss = Schließen
show-password = Passwort zeigen
opening = Einen Moment …
try-again = Erneut versuchen
cancel = Abbrechen
or = oder
back = Zurück
help = Hilfe
still-trying = Wir versuchen es weiter. Vielleicht ist die Verbindung langsam.
privacy = Datenschutz
terms = Nutzungsbedingungen
page-open-failed = Es ließ sich kein Browser öffnen. Kopieren Sie diese Adresse in einen:
mail-open-failed = Es ließ sich keine E-Mail-App öffnen. Kopieren Sie diese Adresse in eine:
problems = Bitte prüfen Sie das noch einmal:
try-again-in = Erneut versuchen in { $time }
text-size = Textgröße { $percent } %

## Forgot password

forgot-title = Passwort vergessen?
forgot-lead = Geben Sie die E-Mail-Adresse Ihres Kontos ein. Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort wählen können.
forgot-lead-code = Geben Sie die E-Mail-Adresse Ihres Kontos ein. Wir schicken Ihnen einen Code, mit dem Sie ein neues Passwort wählen können.
hosted-lead = Sie wählen das neue Passwort auf { $host }; die Seite öffnet sich in Ihrem Browser.
hosted-open = Seite öffnen
hosted-opened-title = Weiter im Browser
hosted-opened-text = Wir haben { $host } in Ihrem Browser geöffnet. Wählen Sie dort das neue Passwort und melden Sie sich dann an.
hosted-open-again = Seite noch einmal öffnen
email = E-Mail-Adresse
send = E-Mail anfordern
sending = Wird gesendet …
did-you-mean = Meinten Sie { $suggestion }?
back-to-email = Zurück zur angeforderten E-Mail
back-to-sign-in = Zurück zur Anmeldung

email-missing = Geben Sie Ihre E-Mail-Adresse ein.
email-malformed = Das sieht nicht nach einer E-Mail-Adresse aus. Sie braucht ein @, wie in name@example.org.
email-refused = Der Dienst nimmt diese Adresse nicht an. Prüfen Sie, ob Sie sich vertippt haben.
code-too-early = Das ist ein Wiederherstellungscode. Er gilt nur dort, wo er angefordert wurde: Geben Sie Ihre E-Mail-Adresse ein, um hier einen neuen zu erhalten.

## Check your email

check-title = Sehen Sie in Ihr Postfach
check-lead = Wenn es zu { $email } ein Konto gibt, ist eine E-Mail mit einem Link unterwegs.
check-lead-code = Wenn es zu { $email } ein Konto gibt, ist eine E-Mail mit einem Code unterwegs.
check-lead-both = Wenn es zu { $email } ein Konto gibt, erhalten Sie eine E-Mail mit einem Link und einem Code.
hosted-check = Der Link darin öffnet eine Seite dieses Dienstes in Ihrem Browser. Wählen Sie dort das neue Passwort.
check-spam = Das kann eine Minute dauern. Wenn nichts kommt, sehen Sie im Spam-Ordner nach oder prüfen Sie die Adresse.
open-mail = E-Mail-App öffnen
mail-app-open-failed = Die E-Mail-App ließ sich nicht öffnen. Öffnen Sie sie selbst.
open-webmail = { $name } öffnen
paste-label = Link aus der E-Mail einfügen
paste-hint = Falls Sie beim Öffnen des Links nicht hier landen.
code-label = Code eingeben oder Link einfügen
code-only-label = Code aus der E-Mail eingeben
continue = Weiter
checking = Wird geprüft …
resend = E-Mail erneut senden
resend-in = Erneut senden in { $time }
resent = Noch einmal gesendet. Nehmen Sie die neueste E-Mail.
change-address = Andere Adresse verwenden
no-mailbox = Kein Zugriff auf dieses Postfach?
no-mailbox-lead = Nur wer dieses Postfach lesen kann, kann ein neues Passwort wählen. Das schützt Sie vor Fremden. Oft gibt es einen Weg:
no-mailbox-provider-title = Zugang zum Postfach wiederherstellen
no-mailbox-provider-text = Ihr E-Mail-Anbieter kann Ihnen helfen, wieder in das Postfach zu kommen. Fangen Sie dort an.
no-mailbox-other-title = Andere Adresse versuchen
no-mailbox-other-text = Wenn zu Ihrem Konto noch eine andere Adresse gehört, nehmen Sie diese.
no-mailbox-support-title = Support kontaktieren
no-mailbox-support-text = Sonst wenden Sie sich an die Menschen hinter diesem Dienst. Sie werden wissen wollen, wer Sie sind.

no-link-or-code-found = Das ist weder der ganze Link noch der ganze Code. Kopieren Sie ihn noch einmal aus der E-Mail.
code-incomplete = Das ist nicht der ganze Code. Kopieren Sie ihn noch einmal aus der E-Mail.
link-incomplete = Dieser Link ist nicht vollständig. Kopieren Sie ihn ganz, vom ersten bis zum letzten Zeichen.
link-of-other-service = Dieser Link gehört zu einem anderen Dienst.
link-of-click-tracker = Dieser Link führt über einen Dienst, der Klicks zählt. Öffnen Sie ihn aus der E-Mail oder kopieren Sie den Code von dort.
code-wrong = Dieser Code stimmt nicht. Vergleichen Sie ihn mit dem in der neuesten E-Mail.
code-wrong-tries = { $tries ->
    [one] Dieser Code stimmt nicht. Sie haben noch einen Versuch; der Link in der E-Mail funktioniert auf jeden Fall.
   *[other] Dieser Code stimmt nicht. Sie haben noch { $tries } Versuche.
  }
code-expired = Dieser Code gilt nicht mehr. Öffnen Sie den Link in derselben E-Mail oder lassen Sie sich eine neue schicken.
code-used = Mit dieser E-Mail wurde schon ein Passwort festgelegt.
code-superseded = Es gibt eine neuere E-Mail. Verwenden Sie den Code daraus.
code-invalid = Dieser Code funktioniert hier nicht. Öffnen Sie den Link in der E-Mail oder lassen Sie sich eine neue schicken.
code-only-invalid = Dieser Code gilt nicht mehr oder nicht hier. Lassen Sie sich eine neue E-Mail schicken.

## Choose a new password

reset-title = Neues Passwort wählen
reset-checking = Ihr Link wird geprüft …
reset-for = Für das Konto von { $email }.
new-password = Neues Passwort
confirm-password = Neues Passwort wiederholen
second-factor = Code aus Ihrer Authentifizierungs-App
second-factor-hint = Dieses Konto ist durch eine solche App geschützt. Die App zeigt alle 30 Sekunden einen neuen Code.
set-password = Passwort festlegen
setting-password = Wird festgelegt …
rule-length = { $min ->
    [one] Mindestens { $min } Zeichen
   *[other] Mindestens { $min } Zeichen
  }
rule-length-so-far = { $have } von { $min } Zeichen
rule-length-refused = { $have } von { $min } Zeichen. Es fehlen noch { $more }.
rule-leaks = Nicht in bekannten Datenlecks
tip-words = Mehrere Wörter, die nur Sie so zusammenstellen würden, sind leicht zu merken.
tip-manager = Speichern Sie es in Ihrem Passwortmanager.
minutes-left = { $minutes ->
    [one] Sie haben noch eine Minute Zeit.
   *[other] Sie haben noch { $minutes } Minuten Zeit.
  }
expires-soon-title = Dieser Link läuft in { $minutes } Min. ab
expires-soon-text = Ihre Eingaben bleiben hier erhalten.
renew = Neuen Link anfordern
renewed = Eine neue E-Mail ist unterwegs. Öffnen Sie den Link darin; was Sie eingegeben haben, ist dann noch hier.
caps-lock = Die Feststelltaste ist aktiv.

strength = Stärke
strength-0 = sehr schwach
strength-1 = schwach
strength-2 = mittel
strength-3 = gut
strength-4 = stark
advice-common = Viele Leute verwenden genau das oder etwas sehr Ähnliches.
advice-keyboard = Tasten, die nebeneinanderliegen, werden zuerst ausprobiert.
advice-repeat = Wiederholungen bringen sehr wenig.
advice-sequence = Folgen wie abc oder 6543 werden zuerst ausprobiert.
advice-date = Jahreszahlen und Datumsangaben sind leicht zu erraten.
advice-word = Ein einzelnes Wort ist leicht zu erraten.
advice-name = Namen sind leicht zu erraten.
advice-substitution = Ein @ statt a macht es nicht schwerer zu erraten.
advice-more-words = Fügen Sie noch ein oder zwei Wörter hinzu, je ungewöhnlicher, desto besser.

breach-checking = Abgleich mit gestohlenen Passwörtern …
breach-unknown = Die Liste gestohlener Passwörter war nicht erreichbar. Sie können trotzdem weitermachen.

password-missing = Geben Sie ein neues Passwort ein.
password-refused = Der Dienst nimmt dieses Passwort nicht an. Versuchen Sie es mit einem längeren.
passwords-differ = Die beiden Passwörter sind verschieden. Geben Sie das zweite noch einmal ein oder lassen Sie sich das erste zeigen.
second-factor-wrong = Geben Sie den Code ein, den Ihre Authentifizierungs-App jetzt zeigt. Jeder gilt nur einmal.
too-short = Zu kurz: Nehmen Sie mehr Zeichen.
too-short-min = { $min ->
    [one] Zu kurz: Nehmen Sie mindestens { $min } Zeichen.
   *[other] Zu kurz: Nehmen Sie mindestens { $min } Zeichen.
  }
too-long = Zu lang: Nehmen Sie weniger Zeichen.
too-long-max = { $max ->
    [one] Zu lang: Nehmen Sie höchstens { $max } Zeichen.
   *[other] Zu lang: Nehmen Sie höchstens { $max } Zeichen.
  }
too-many-bytes = Zu lang: Es ist Platz für { $max } einfache Buchstaben und Ziffern. Umlaute, andere Schriften und Emojis brauchen je zwei bis vier Plätze.
password-characters = Zu wenige Arten von Zeichen: Mischen Sie Klein- und Großbuchstaben, Ziffern und Zeichen wie ! oder ?.
password-common = Zu leicht zu erraten: Viele Leute verwenden etwas Ähnliches.
password-breached = Es steht in einer Liste gestohlener Passwörter: Wählen Sie ein anderes.
password-personal = Es enthält einen Teil Ihrer E-Mail-Adresse: Lassen Sie ihn weg.
password-product-name = Es enthält den Namen dieses Dienstes: Lassen Sie ihn weg.
password-same = Das ist Ihr bisheriges Passwort: Wählen Sie ein neues.

## Done

done-title = Ihr Passwort ist geändert
done-for = Melden Sie sich mit { $email } und dem neuen Passwort an.
sessions-ended = Um { $time } Uhr wurden Sie auf allen anderen Geräten abgemeldet. Melden Sie sich dort mit dem neuen Passwort wieder an.
sessions-kept = Auf anderen Geräten sind Sie vielleicht noch angemeldet. Wenn jemand anders Ihr altes Passwort kennen könnte, melden Sie diese Geräte in den Einstellungen Ihres Kontos ab.
close-hint = Sie können dieses Fenster schließen und sich anmelden.

## A link that does not work

expired-title = Dieser Link ist abgelaufen
expired-text = Zu Ihrer Sicherheit gilt ein Link nur kurze Zeit. Ein neuer ist schnell geschickt.
used-title = Dieser Link wurde schon benutzt
used-text = Mit ihm wurde ein neues Passwort festgelegt. Wenn Sie das nicht waren, fordern Sie jetzt einen neuen Link an und wählen Sie ein anderes Passwort.
superseded-title = Es gibt eine neuere E-Mail
superseded-text = Eine neuere E-Mail hat diesen Link ersetzt. Öffnen Sie die neueste oder fordern Sie noch eine an.
other-device-title = Dieser Link gehört zu einem anderen Gerät
other-device-text = Er wurde auf einem anderen Gerät angefordert und funktioniert nur dort. Öffnen Sie ihn dort oder fordern Sie von hier aus einen neuen an.
damaged-title = Dieser Link ist beschädigt
damaged-text = Ein Teil fehlt oder wurde verändert; manche Mailprogramme machen Links kaputt. Öffnen Sie ihn noch einmal aus der E-Mail oder fordern Sie einen neuen an.
other-service-title = Dieser Link ist für einen anderen Dienst
other-service-text = Er führt nicht zu diesem Dienst, deshalb wurde nirgendwohin etwas gesendet. Wenn Sie ihn nicht erwartet haben, löschen Sie die E-Mail.
hosted-link-title = Das Passwort wählen Sie auf der Seite des Dienstes
hosted-link-text = Diese App kann den Link nicht verwenden, also wurde nichts geändert. Öffnen Sie ihn aus der E-Mail in Ihrem Browser und wählen Sie das neue Passwort auf dieser Seite.
send-new-link = Neuen Link schicken
ask-new-link = Neuen Link anfordern
other-device-ask = Link für dieses Gerät anfordern

## The service cannot be reached, or does not answer

offline = Der Dienst ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es dann noch einmal.
offline-title = Sie sind offline
offline-text = Sobald die Verbindung wieder da ist, geht es von selbst weiter; Ihre Eingaben bleiben erhalten.
waiting-for-connection = Warten auf Verbindung …
wait-title = Zu viele Versuche
wait-text = Bitte warten Sie eine Minute.
down-title = Der Dienst hat gerade ein Problem
down-text = Versuchen Sie es in ein paar Minuten noch einmal.
timed-out = Der Dienst hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.
tls-error = Es ließ sich keine sichere Verbindung zum Dienst herstellen. Wenn Sie in einem öffentlichen Netz sind, melden Sie sich zuerst dort an; prüfen Sie auch Datum und Uhrzeit dieses Geräts.
proxy-error = Der Proxy Ihres Netzes hat die Verbindung zum Dienst abgelehnt. Fragen Sie, wer dieses Netz betreibt, oder nutzen Sie ein anderes.
rate-limited = Zu viele Versuche. Bitte warten Sie noch { $time }.
rate-limited-no-time = Zu viele Versuche. Bitte warten Sie eine Minute.
not-configured = Diese App weiß nicht, bei welchem Dienst Ihr Konto ist. Wer Ihnen die App gegeben hat, kann sie einrichten.
unexpected-response = Statt des Dienstes hat etwas anderes geantwortet. Wenn Sie in einem öffentlichen Netz sind, melden Sie sich zuerst dort an; sonst bitten Sie um Hilfe.
invalid-response = Der Dienst hat so geantwortet, dass diese App es nicht versteht. Versuchen Sie es später noch einmal oder bitten Sie um Hilfe.
invalid-response-details = Der Dienst hat so geantwortet, dass diese App es nicht versteht. Versuchen Sie es später noch einmal. Wenn Sie um Hilfe bitten, nennen Sie dies: { $answer }

## Shown once, above the screen

memory-only = Auf diesem Gerät ist kein Schlüsselbund geöffnet. Wenn Sie die App schließen, ist diese Anfrage verloren. Lassen Sie die App offen, bis Sie fertig sind.
newer-link = Ein neuerer Link wurde geöffnet. Jetzt gilt dieser.
bad-link-ignored = Es wurde noch ein Link geöffnet, der aber nicht funktioniert. Sie können hier weitermachen.
clock-wrong = Die Uhr dieses Geräts geht falsch, deshalb stimmen die Zeiten hier vielleicht nicht. Stellen Sie Datum und Uhrzeit richtig ein.
