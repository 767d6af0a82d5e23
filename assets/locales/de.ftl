# See en.ftl for the context of each message.

## Everywhere

language = Sprache
dismiss = Schließen
show-password = Passwort anzeigen
opening = Einen Moment …
try-again = Erneut versuchen
cancel = Abbrechen
or = oder
back = Zurück
help = Hilfe
still-trying = Wir versuchen es weiter. Ihre Verbindung ist vielleicht langsam.
privacy = Datenschutz
terms = Nutzungs­bedingungen
page-open-failed = Wir konnten keinen Browser öffnen. Kopieren Sie diese Adresse in einen Browser:
mail-open-failed = Wir konnten keine E-Mail-App öffnen. Kopieren Sie diese Adresse in eine E-Mail-App:
problems = Bitte korrigieren Sie Folgendes:
try-again-in = In { $time } erneut versuchen
text-size = Textgröße { $percent } %

## Forgot password

forgot-title = Passwort vergessen?
forgot-lead = Geben Sie Ihre E-Mail-Adresse ein. Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort wählen können.
forgot-lead-code = Geben Sie Ihre E-Mail-Adresse ein. Wir schicken Ihnen einen Code, mit dem Sie ein neues Passwort wählen können.
hosted-lead = Ihr neues Passwort wählen Sie auf { $host }. Die Seite öffnet sich in Ihrem Browser.
hosted-open = Weiter im Browser
hosted-opened-title = Weiter im Browser
hosted-opened-text = Wir haben { $host } in Ihrem Browser geöffnet. Wählen Sie dort Ihr neues Passwort und melden Sie sich dann an.
hosted-open-again = Seite noch einmal öffnen
email = E-Mail-Adresse
send = E-Mail anfordern
sending = Wird gesendet …
did-you-mean = Meinten Sie { $suggestion }?
back-to-email = Zurück zur E-Mail
back-to-sign-in = Zurück zur Anmeldung

email-missing = Geben Sie Ihre E-Mail-Adresse ein.
email-malformed = Verwenden Sie das Format name@example.com.
email-refused = Dieser Dienst kann die Adresse nicht verwenden. Prüfen Sie sie auf Tippfehler.
code-too-early = Das ist ein Code. Codes funktionieren nur dort, wo sie angefordert wurden. Geben Sie Ihre E-Mail-Adresse ein, um hier einen neuen zu erhalten.

## Check your email

check-title = Schauen Sie ins Postfach
check-lead = Falls es ein Konto für { $email } gibt, erhalten Sie eine E-Mail mit einem Link.
check-lead-code = Falls es ein Konto für { $email } gibt, erhalten Sie eine E-Mail mit einem Code.
check-lead-both = Falls es ein Konto für { $email } gibt, erhalten Sie eine E-Mail mit einem Link und einem Code.
hosted-check = Der Link öffnet eine Seite dieses Dienstes in Ihrem Browser. Wählen Sie dort Ihr neues Passwort.
link-lifetime = { $minutes ->
    [one] Öffnen Sie den Link innerhalb von { $minutes } Minute.
   *[other] Öffnen Sie den Link innerhalb von { $minutes } Minuten.
  }
link-lifetime-hours = { $hours ->
    [one] Öffnen Sie den Link innerhalb von { $hours } Stunde.
   *[other] Öffnen Sie den Link innerhalb von { $hours } Stunden.
  }
link-lifetime-days = { $days ->
    [one] Öffnen Sie den Link innerhalb von { $days } Tag.
   *[other] Öffnen Sie den Link innerhalb von { $days } Tagen.
  }
check-spam = Nach einer Minute noch nichts da? Prüfen Sie den Spam-Ordner und die Adresse oben.
check-spam-quota = Nach einer Minute noch nichts da? Prüfen Sie den Spam-Ordner und die Adresse oben. Dieser Dienst verschickt nur begrenzt viele E-Mails: Falls nichts ankommt, versuchen Sie es in einer Stunde erneut.
open-mail = E-Mail-App öffnen
mail-app-open-failed = Wir konnten Ihre E-Mail-App nicht öffnen. Öffnen Sie sie selbst.
open-webmail = { $name } öffnen
paste-label = Link aus der E-Mail einfügen
paste-hint = Falls der Link die App nicht öffnet.
paste-or-code-hint = Falls die E-Mail einen Code enthält, können Sie hier stattdessen den Code eingeben.
code-label = Code eingeben oder Link einfügen
code-only-label = Code aus der E-Mail eingeben
continue = Weiter
checking = Wird geprüft …
resend = Erneut senden
resend-in = In { $time } erneut senden
resent = Erneut gesendet. Nur die neueste E-Mail gilt.
change-address = Andere Adresse verwenden
no-mailbox = Kein Zugriff auf dieses Postfach?
no-mailbox-lead = Zum Schutz vor Fremden senden wir E-Mails zum Zurücksetzen nur an die Adresse des Kontos. Diese Möglichkeiten haben Sie:
no-mailbox-provider-title = Wieder ins Postfach kommen
no-mailbox-provider-text = Ihr E-Mail-Anbieter kann Ihnen dabei helfen.
no-mailbox-other-title = Andere Adresse versuchen
no-mailbox-other-text = Nehmen Sie eine, die auch in Ihrem Konto hinterlegt ist.
no-mailbox-support-title = Support kontaktieren
no-mailbox-support-text = Wir bitten Sie dann um einen Nachweis, wer Sie sind.

no-link-or-code-found = Das ist nicht der ganze Code oder Link. Kopieren Sie ihn noch einmal aus der E-Mail.
code-incomplete = Das ist nicht der ganze Code. Kopieren Sie ihn noch einmal aus der E-Mail.
link-incomplete = Dieser Link ist unvollständig. Kopieren Sie ihn ganz aus der E-Mail.
link-of-other-service = Dieser Link gehört zu einem anderen Dienst.
link-of-click-tracker = Dieser Link führt über einen Dienst, der Klicks zählt. Öffnen Sie ihn direkt in der E-Mail oder kopieren Sie dort den Code.
code-wrong = Der Code stimmt nicht. Vergleichen Sie ihn mit dem in der neuesten E-Mail.
code-wrong-tries = { $tries ->
    [one] Der Code stimmt nicht. Noch { $tries } Versuch.
   *[other] Der Code stimmt nicht. Noch { $tries } Versuche.
  }
code-wrong-last-try = Der Code stimmt nicht. Noch 1 Versuch. Verwenden Sie danach den Link.
code-only-wrong-last-try = Der Code stimmt nicht. Noch 1 Versuch. Lassen Sie danach die E-Mail erneut senden.
code-wrong-or-expired = Der Code stimmt nicht oder ist abgelaufen. Verwenden Sie den aus der neuesten E-Mail oder lassen Sie die E-Mail erneut senden.
code-expired = Der Code ist abgelaufen. Öffnen Sie den Link in derselben E-Mail oder lassen Sie sie erneut senden.
code-used = Mit dieser E-Mail wurde schon ein Passwort festgelegt.
code-superseded = Es gibt eine neuere E-Mail. Verwenden Sie den Code darin.
code-invalid = Dieser Code funktioniert hier nicht. Öffnen Sie den Link in der E-Mail oder lassen Sie sie erneut senden.
code-only-invalid = Der Code ist abgelaufen oder funktioniert hier nicht. Lassen Sie die E-Mail erneut senden.

## Choose a new password

reset-title = Neues Passwort wählen
reset-checking = Ihr Link wird geprüft …
reset-for = Für { $email }
new-password = Neues Passwort
confirm-password = Neues Passwort wiederholen
second-factor = Code aus Ihrer Authenticator-App
second-factor-hint = Für dieses Konto ist die Anmeldung in zwei Schritten aktiviert.
set-password = Passwort ändern
setting-password = Passwort wird geändert …
rule-length = { $min ->
    [one] Mindestens { $min } Zeichen
   *[other] Mindestens { $min } Zeichen
  }
rule-length-so-far = { $min ->
    [one] { $have } von { $min } Zeichen
   *[other] { $have } von { $min } Zeichen
  }
rule-length-refused = { $min ->
    [one] { $have } von { $min } Zeichen. Fügen Sie noch { $more } hinzu.
   *[other] { $have } von { $min } Zeichen. Fügen Sie noch { $more } hinzu.
  }
rule-leaks = In keinem bekannten Datenleck
tip-words = Ein paar Wörter ohne Zusammenhang merkt man sich leicht.
tip-manager = Speichern Sie es in Ihrem Passwortmanager.
minutes-left = { $minutes ->
    [one] Dieser Link gilt noch { $minutes } Minute.
   *[other] Dieser Link gilt noch { $minutes } Minuten.
  }
hours-left = { $hours ->
    [one] Dieser Link gilt noch { $hours } Stunde.
   *[other] Dieser Link gilt noch { $hours } Stunden.
  }
days-left = { $days ->
    [one] Dieser Link gilt noch { $days } Tag.
   *[other] Dieser Link gilt noch { $days } Tage.
  }
expires-soon-title = { $minutes ->
    [one] Dieser Link läuft in { $minutes } Minute ab
   *[other] Dieser Link läuft in { $minutes } Minuten ab
  }
expires-soon-text = Ihre Eingaben bleiben erhalten.
renew = Neuen Link anfordern
renewed = Ein neuer Link ist unterwegs. Wenn Sie ihn öffnen, sind Ihre Eingaben noch da.
caps-lock = Die Feststelltaste ist aktiviert.

strength = Stärke
strength-0 = Sehr schwach
strength-1 = Schwach
strength-2 = Mittel
strength-3 = Gut
strength-4 = Stark
advice-common = Viele verwenden genau das oder etwas sehr Ähnliches.
advice-keyboard = Benachbarte Tasten werden zuerst ausprobiert.
advice-repeat = Wiederholungen bringen nicht viel.
advice-sequence = Folgen wie abc oder 6543 werden zuerst ausprobiert.
advice-date = Datumsangaben und Jahreszahlen sind leicht zu erraten.
advice-word = Ein einzelnes Wort ist leicht zu erraten.
advice-name = Namen sind leicht zu erraten.
advice-substitution = Ein @ statt eines a hilft nicht viel.
advice-more-words = Fügen Sie noch ein oder zwei ungewöhnliche Wörter hinzu.

breach-checking = Prüfung auf Datenlecks …
breach-unknown = Die Prüfung auf Datenlecks war nicht möglich. Sie können weitermachen.

password-missing = Geben Sie ein neues Passwort ein.
password-refused = Dieser Dienst hat das Passwort nicht akzeptiert. Versuchen Sie es mit einem längeren.
passwords-differ = Die Passwörter stimmen nicht überein. Geben Sie das zweite neu ein oder zeigen Sie das erste an.
second-factor-wrong = Der Code stimmt nicht. Geben Sie den ein, den Ihre App jetzt anzeigt; jeder gilt nur einmal.
too-short = Verwenden Sie mehr Zeichen.
too-short-min = { $min ->
    [one] Verwenden Sie mindestens { $min } Zeichen.
   *[other] Verwenden Sie mindestens { $min } Zeichen.
  }
too-long = Verwenden Sie weniger Zeichen.
too-long-max = { $max ->
    [one] Verwenden Sie höchstens { $max } Zeichen.
   *[other] Verwenden Sie höchstens { $max } Zeichen.
  }
too-many-bytes = Zu lang. Platz ist für { $max } einfache Buchstaben und Ziffern. Umlaute, Akzente, andere Schriften und Emojis brauchen je zwei bis vier Plätze.
password-characters = Mischen Sie Klein- und Großbuchstaben, Ziffern und Sonderzeichen wie ! oder ?.
password-common = Zu leicht zu erraten. Wählen Sie etwas Ungewöhnlicheres.
password-breached = In einem Datenleck gefunden. Wählen Sie ein anderes.
password-personal = Lassen Sie Teile Ihrer E-Mail-Adresse weg.
password-product-name = Lassen Sie den Namen dieses Dienstes weg.
password-same = Das ist Ihr aktuelles Passwort. Wählen Sie ein neues.

## Done

done-title = Passwort geändert
done-for = Melden Sie sich als { $email } mit Ihrem neuen Passwort an.
sessions-ended = Alle anderen Geräte wurden um { $time } Uhr abgemeldet. Melden Sie sich dort mit Ihrem neuen Passwort an.
sessions-kept = Andere Geräte sind vielleicht noch angemeldet. Falls jemand Ihr altes Passwort kannte, melden Sie diese Geräte in den Kontoeinstellungen ab.
close-hint = Sie können dieses Fenster schließen.

## A link that does not work

expired-title = Dieser Link ist abgelaufen
expired-text = Zum Schutz Ihres Kontos gelten Links nur kurze Zeit. Mit einem neuen geht es gleich weiter.
invalid-or-expired-title = Dieser Link funktioniert nicht
invalid-or-expired-text = Er ist abgelaufen, wurde schon verwendet oder ist unvollständig. Kopieren Sie ihn ganz aus der neuesten E-Mail oder fordern Sie einen neuen an.
used-title = Dieser Link wurde schon verwendet
used-text = Damit wurde ein neues Passwort festgelegt. Falls Sie das nicht waren, fordern Sie jetzt einen neuen Link an und wählen Sie ein anderes Passwort.
superseded-title = Es gibt eine neuere E-Mail
superseded-text = Nur der Link in der neuesten E-Mail funktioniert. Öffnen Sie diesen oder fordern Sie einen neuen an.
other-device-title = Öffnen Sie den Link auf dem anderen Gerät
other-device-text = Er funktioniert nur dort, wo Sie ihn angefordert haben. Öffnen Sie ihn dort oder fordern Sie einen neuen Link für dieses Gerät an.
damaged-title = Dieser Link ist unvollständig
damaged-text = Kopieren Sie ihn ganz aus der E-Mail, vom ersten bis zum letzten Zeichen, oder fordern Sie einen neuen an.
other-service-title = Dieser Link gehört nicht zu dieser App
other-service-text = Er führt zu einem anderen Dienst, deshalb haben wir nichts gesendet. Wenn Sie die E-Mail nicht erwartet haben, löschen Sie sie.
hosted-link-title = Wählen Sie das Passwort auf der Seite des Dienstes
hosted-link-text = Diese App kann den Link nicht verwenden, deshalb wurde nichts geändert. Öffnen Sie ihn aus der E-Mail in Ihrem Browser und wählen Sie dort Ihr neues Passwort.
account-closed-title = Dieses Konto ist gesperrt
account-closed-text = Der Dienst hat es gesperrt, deshalb wurde Ihr Passwort nicht geändert. Kontaktieren Sie den Support, um das Konto entsperren zu lassen.
unsupported-factor-title = Diese App unterstützt Ihren zweiten Schritt nicht
unsupported-factor-text = Für dieses Konto ist die Anmeldung in zwei Schritten aktiviert, und zwar mit einem Verfahren, das diese App nicht unterstützt. Ihr Passwort wurde nicht geändert. Kontaktieren Sie den Support.
hosted-failed-title = Ihr Passwort wurde nicht geändert
hosted-failed-text = Auf der Seite im Browser wurde kein neues Passwort festgelegt. Fangen Sie von vorn an und öffnen Sie die Seite noch einmal.
return-unknown-title = Wir wissen nicht, ob Ihr Passwort geändert wurde
return-unknown-text = Dieser Link gehört zu keiner Seite, die diese App geöffnet hat. Probieren Sie Ihr neues Passwort aus. Falls es nicht funktioniert, fangen Sie von vorn an.
send-new-link = Neuen Link senden
ask-new-link = Neuen Link anfordern
other-device-ask = Link für dieses Gerät anfordern

## The service cannot be reached, or does not answer

offline = Wir können den Dienst nicht erreichen. Prüfen Sie Ihre Verbindung und versuchen Sie es dann erneut.
offline-title = Sie sind offline
offline-text = Sobald Sie wieder online sind, geht es weiter. Ihre Eingaben bleiben erhalten.
waiting-for-connection = Warten auf Verbindung …
wait-title = Zu viele Versuche
wait-text = Warten Sie zu Ihrer Sicherheit einen Moment, bevor Sie es erneut versuchen.
down-title = Bei uns ist etwas schief­gelaufen
down-text = Versuchen Sie es in ein paar Minuten erneut. Ihre Eingaben bleiben erhalten.
timed-out = Der Dienst hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut.
tls-error = Wir konnten keine sichere Verbindung herstellen. Wenn Sie ein öffentliches WLAN nutzen, melden Sie sich zuerst im Netzwerk an. Prüfen Sie auch Datum und Uhrzeit dieses Geräts.
proxy-error = Der Proxy Ihres Netzwerks hat die Verbindung zum Dienst blockiert. Wenden Sie sich an den Betreiber des Netzwerks oder nutzen Sie ein anderes.
captcha-required = Dieser Dienst prüft, ob Sie ein Mensch sind. Das ist in dieser App nicht möglich. Wählen Sie Ihr neues Passwort auf der Website des Dienstes.
rate-limited = Zu viele Versuche. Versuchen Sie es in { $time } erneut.
rate-limited-no-time = Zu viele Versuche. Versuchen Sie es in einer Minute erneut.
not-configured = Diese App weiß nicht, bei welchem Dienst Sie Ihr Konto haben. Fragen Sie dort nach, wo Sie die App bekommen haben.
unexpected-response = Statt des Dienstes hat etwas anderes geantwortet. Wenn Sie ein öffentliches WLAN nutzen, melden Sie sich zuerst im Netzwerk an; sonst holen Sie sich Hilfe.
invalid-response = Diese App versteht die Antwort des Dienstes nicht. Versuchen Sie es später erneut oder holen Sie sich Hilfe.
invalid-response-details = Diese App versteht die Antwort des Dienstes nicht. Versuchen Sie es später erneut. Wenn Sie um Hilfe bitten, geben Sie Folgendes an: { $answer }

## Shown once, above the screen

memory-only = Lassen Sie die App offen, bis Sie fertig sind. Dieses Gerät kann Ihre Anfrage nicht sicher speichern.
newer-link = Ein neuerer Link wurde geöffnet. Wir verwenden jetzt diesen.
bad-link-ignored = Ein anderer Link wurde geöffnet, aber er funktioniert nicht. Sie können hier weitermachen.
clock-wrong = Die Uhr dieses Geräts geht falsch, deshalb stimmen die Zeiten hier vielleicht nicht. Stellen Sie Datum und Uhrzeit richtig ein.
