# Translation of en.ftl.
language = Sprache:
support = Brauchen Sie Hilfe?
help = Hilfe
privacy = Datenschutz
terms = Nutzungsbedingungen

reset-title = Neues Passwort wählen
open-app-lead = Wenn Sie die App auf diesem Gerät haben, machen Sie dort weiter.
open-app = App öffnen
or-set-it-here = oder hier festlegen
get-app = App herunterladen:
code-title = Geben Sie diesen Code in der App ein
code-lead = Geben Sie ihn dort ein, wo Sie das Zurücksetzen angefordert haben.
link-label = Link aus der E‑Mail
link-hint = Kopieren Sie den ganzen Link aus der E‑Mail und fügen Sie ihn hier ein.
new-password = Neues Passwort
policy = { $min ->
    [one] Mindestens { $min } Zeichen.
   *[other] Mindestens { $min } Zeichen.
  } Ein paar Wörter ohne Zusammenhang merkt man sich leicht.
repeat-password = Neues Passwort wiederholen
show-passwords = Passwort anzeigen
second-factor = Code aus Ihrer Authenticator-App
set-password = Passwort ändern

done-title = Passwort geändert
done-signed-out = Alle anderen Geräte wurden abgemeldet. Melden Sie sich dort mit Ihrem neuen Passwort an.
done-close = Sie können diese Seite schließen und sich anmelden.

error-summary-title = Bitte korrigieren Sie Folgendes:
link-missing = Fügen Sie den ganzen Link aus der E‑Mail ein.
password-missing = Geben Sie ein neues Passwort ein.
passwords-differ = Die Passwörter stimmen nicht überein. Geben Sie beide noch einmal ein.
password-too-short = { $min ->
    [one] Verwenden Sie mindestens { $min } Zeichen.
   *[other] Verwenden Sie mindestens { $min } Zeichen.
  }
password-too-long = { $max ->
    [one] Verwenden Sie höchstens { $max } Zeichen.
   *[other] Verwenden Sie höchstens { $max } Zeichen.
  }
password-common = Zu leicht zu erraten. Wählen Sie etwas Ungewöhnlicheres.
password-breached = In einem Datenleck gefunden. Wählen Sie ein anderes.
password-personal = Lassen Sie Teile Ihrer E‑Mail-Adresse weg.
password-product-name = Lassen Sie den Namen dieses Dienstes weg.
password-same-as-before = Das ist Ihr aktuelles Passwort. Wählen Sie ein neues.
second-factor-required = Für dieses Konto ist die Anmeldung in zwei Schritten aktiviert. Geben Sie den Code aus Ihrer Authenticator-App ein und Ihr neues Passwort noch einmal.
second-factor-invalid = Der Code stimmt nicht. Warten Sie in Ihrer App auf den nächsten und geben Sie ihn mit Ihrem neuen Passwort ein.
email-invalid = Geben Sie die Adresse in der Form name@example.com ein.
wait-seconds = { $seconds ->
    [one] Zu viele Versuche. Versuchen Sie es in { $seconds } Sekunde erneut.
   *[other] Zu viele Versuche. Versuchen Sie es in { $seconds } Sekunden erneut.
  }
wait-minutes = { $minutes ->
    [one] Zu viele Versuche. Versuchen Sie es in { $minutes } Minute erneut.
   *[other] Zu viele Versuche. Versuchen Sie es in { $minutes } Minuten erneut.
  }
wait-hours = { $hours ->
    [one] Zu viele Versuche. Versuchen Sie es in { $hours } Stunde erneut.
   *[other] Zu viele Versuche. Versuchen Sie es in { $hours } Stunden erneut.
  }
wait-days = { $days ->
    [one] Zu viele Versuche. Versuchen Sie es in { $days } Tag erneut.
   *[other] Zu viele Versuche. Versuchen Sie es in { $days } Tagen erneut.
  }
malformed-request = Das konnten wir nicht lesen. Versuchen Sie es erneut.
cross-site-request = Das kam von einer anderen Website, deshalb haben wir nichts unternommen. Wenn Sie es waren, versuchen Sie es hier erneut.
internal-error = Bei uns ist etwas schiefgelaufen. Versuchen Sie es in ein paar Minuten erneut.

expired-title = Dieser Link ist abgelaufen
expired-text = Zum Schutz Ihres Kontos gelten Links nur kurze Zeit. Mit einem neuen geht es gleich weiter.
used-title = Dieser Link wurde schon verwendet
used-text = Damit wurde ein neues Passwort festgelegt. Falls Sie das nicht waren, fordern Sie jetzt einen neuen Link an und wählen Sie ein anderes Passwort.
superseded-title = Es gibt eine neuere E‑Mail
superseded-text = Nur der Link in der neuesten E‑Mail funktioniert. Öffnen Sie diesen oder fordern Sie einen neuen an.
other-device-title = Öffnen Sie den Link auf dem anderen Gerät
other-device-text = Er funktioniert nur dort, wo Sie ihn angefordert haben. Öffnen Sie ihn dort oder geben Sie dort in der App den Code aus der E‑Mail ein.
invalid-link-title = Dieser Link ist unvollständig
invalid-link-text = Kopieren Sie ihn ganz aus der E‑Mail, vom ersten bis zum letzten Zeichen.

request-title = Passwort vergessen?
request-new-link = Link für dieses Gerät anfordern
request-lead = Geben Sie Ihre E‑Mail-Adresse ein. Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort wählen können.
request-in-app = Fordern Sie zu Ihrer Sicherheit einen neuen Link in der App an.
email = E‑Mail-Adresse
send = E‑Mail anfordern
requested-title = Schauen Sie ins Postfach
requested-text = Falls es ein Konto für { $email } gibt, erhalten Sie eine E‑Mail mit einem Link.
requested-spam = Nach einer Minute noch nichts da? Prüfen Sie den Spam-Ordner und die Adresse oben.

freeze-title = Konto sperren?
freeze-lead = Falls nicht Sie Ihr Passwort geändert haben, sperren Sie Ihr Konto. Dann kann sich niemand anmelden, bis per E‑Mail ein neues Passwort festgelegt wird.
freeze = Konto sperren
freeze-was-you = Falls Sie es waren, können Sie diese Seite schließen.
freeze-expired = Dieser Link kann Ihr Konto nicht mehr sperren. Falls jemand anders Ihr Passwort geändert hat, sollten Sie es jetzt zurücksetzen.
freeze-superseded-title = Dieser Link sperrt Ihr Konto nicht mehr
freeze-superseded-text = Nach dieser E‑Mail wurde Ihr Passwort noch einmal geändert. Falls Sie auch das nicht waren, sollten Sie den Link in der neuesten E‑Mail über eine Änderung verwenden oder Ihr Passwort jetzt zurücksetzen.
frozen-title = Ihr Konto ist gesperrt
frozen-lead = Niemand kann sich anmelden, bis Sie ein neues Passwort wählen. Es fehlen noch zwei Schritte:
mailbox-step-title = Sichern Sie Ihr Postfach
mailbox-step-text = Ändern Sie das Passwort Ihres Postfachs. Wer auch immer das war, konnte Ihre E‑Mails lesen.
frozen-password-title = Wählen Sie hier ein neues Passwort
unlocks-account = Damit wird Ihr Konto entsperrt.

mail-reset-subject = Passwort für { $product } zurücksetzen
mail-reset-preheader = { $minutes ->
    [one] Wählen Sie innerhalb von { $minutes } Minute ein neues.
   *[other] Wählen Sie innerhalb von { $minutes } Minuten ein neues.
  }
mail-reset-preheader-code = Code: { $code }
mail-reset-lead = Wählen Sie ein neues Passwort für Ihr Konto bei { $product }.
mail-same-device = Öffnen Sie den Link auf dem Gerät, auf dem Sie diese E‑Mail angefordert haben.
mail-button = Neues Passwort wählen
mail-link-valid = { $minutes ->
    [one] Der Link gilt { $minutes } Minute lang und nur einmal.
   *[other] Der Link gilt { $minutes } Minuten lang und nur einmal.
  }
mail-link-copy = Funktioniert die Schaltfläche nicht? Kopieren Sie diesen Link:
mail-code-title = Oder geben Sie diesen Code in der App ein
mail-code-valid = { $minutes ->
    [one] Er gilt { $minutes } Minute lang.
   *[other] Er gilt { $minutes } Minuten lang.
  } Geben Sie ihn nie weiter; wir fragen Sie nie danach.
mail-requested = Angefordert
mail-changed = Geändert
mail-device = Gerät
mail-device-name = { $client } unter { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = Haben Sie das nicht angefordert?
mail-unrequested-text = Dann müssen Sie nichts tun. Ihr Passwort bleibt, wie es ist, und ohne diese E‑Mail kann es niemand ändern.
mail-unrequested-again = Falls immer wieder solche E‑Mails kommen, sagen Sie uns Bescheid:
mail-why-reset = An { $email } gesendet, weil jemand das Passwort zu dieser Adresse zurücksetzen wollte.
mail-why-changed = An { $email } gesendet, die Adresse Ihres Kontos.

notice-subject = Ihr Passwort für { $product } wurde geändert
notice-preheader = Falls Sie das waren, ist alles in Ordnung. Falls nicht, sperren Sie Ihr Konto.
notice-lead = Das Passwort für Ihr Konto bei { $product } wurde geändert.
notice-signed-out = Alle Geräte wurden abgemeldet.
notice-own-change = Falls Sie das waren, ist alles in Ordnung. Melden Sie sich mit Ihrem neuen Passwort wieder an.
notice-not-you-title = Waren Sie das nicht?
notice-lock-title = Sperren Sie Ihr Konto
notice-link-valid = { $days ->
    [one] Dann kann sich niemand anmelden, bis per E‑Mail ein neues Passwort festgelegt wird. Dieser Link gilt { $days } Tag.
   *[other] Dann kann sich niemand anmelden, bis per E‑Mail ein neues Passwort festgelegt wird. Dieser Link gilt { $days } Tage.
  }
notice-recovery-title = Wählen Sie in { $product } ein neues Passwort
notice-support-title = Sagen Sie uns Bescheid
