# Translation of en.ftl.
language = Sprache:
support = Kommen Sie nicht weiter? Hilfe gibt es hier:
help = Hilfe
privacy = Datenschutz
terms = Nutzungsbedingungen

reset-title = Neues Passwort wählen
open-app-lead = Wenn die App auf diesem Gerät ist, machen Sie dort weiter.
open-app = App öffnen
or-set-it-here = oder hier ändern
get-app = App herunterladen:
code-title = Ihr Code
code-lead = Geben Sie ihn dort ein, wo Sie die E‑Mail angefordert haben.
link-label = Link aus der E‑Mail
link-hint = Kopieren Sie den ganzen Link aus der E‑Mail und fügen Sie ihn hier ein.
new-password = Neues Passwort
policy = { $min ->
    [one] Mindestens { $min } Zeichen.
   *[other] Mindestens { $min } Zeichen.
  } Mehrere Wörter, die nur Sie so zusammenstellen würden, sind leicht zu merken.
repeat-password = Neues Passwort wiederholen
show-passwords = Eingabe anzeigen
second-factor = Code aus Ihrer Authentifizierungs-App
set-password = Neues Passwort festlegen

done-title = Ihr Passwort wurde geändert
done-signed-out = Alle anderen Geräte wurden abgemeldet. Melden Sie sich dort mit dem neuen Passwort wieder an.
done-close = Sie können diese Seite schließen und sich anmelden.

error-summary-title = Etwas stimmt noch nicht
link-missing = Fügen Sie den ganzen Link aus der E‑Mail ein.
password-missing = Geben Sie ein neues Passwort ein.
passwords-differ = Die beiden Passwörter sind verschieden. Geben Sie beide noch einmal ein.
password-too-short = { $min ->
    [one] Zu kurz: Nehmen Sie mindestens { $min } Zeichen.
   *[other] Zu kurz: Nehmen Sie mindestens { $min } Zeichen.
  }
password-too-long = { $max ->
    [one] Zu lang: Nehmen Sie höchstens { $max } Zeichen.
   *[other] Zu lang: Nehmen Sie höchstens { $max } Zeichen.
  }
password-common = Zu leicht zu erraten: Viele Leute verwenden etwas Ähnliches.
password-breached = Es steht in einer Liste gestohlener Passwörter: Wählen Sie ein anderes.
password-personal = Es enthält einen Teil Ihrer E‑Mail-Adresse: Lassen Sie ihn weg.
password-product-name = Es enthält den Namen dieses Dienstes: Lassen Sie ihn weg.
password-same-as-before = Das ist Ihr bisheriges Passwort: Wählen Sie ein neues.
second-factor-required = Dieses Konto ist zusätzlich durch eine Authentifizierungs-App geschützt. Geben Sie deren Code ein, und das neue Passwort noch einmal.
second-factor-invalid = Dieser Code gilt jetzt nicht. Warten Sie auf den nächsten in Ihrer Authentifizierungs-App, und geben Sie auch das neue Passwort noch einmal ein.
email-invalid = Das sieht nicht nach einer E‑Mail-Adresse aus. Sie braucht ein @, wie in name@example.org.
wait-seconds = { $seconds ->
    [one] Zu viele Versuche. Bitte warten Sie { $seconds } Sekunde.
   *[other] Zu viele Versuche. Bitte warten Sie { $seconds } Sekunden.
  }
wait-minutes = { $minutes ->
    [one] Zu viele Versuche. Bitte warten Sie { $minutes } Minute.
   *[other] Zu viele Versuche. Bitte warten Sie { $minutes } Minuten.
  }
malformed-request = Was gesendet wurde, ist nicht lesbar. Versuchen Sie es noch einmal.
cross-site-request = Das wurde von einer anderen Website aus gesendet, deshalb ist nichts geschehen. Wenn Sie es waren, versuchen Sie es hier noch einmal.
internal-error = Der Dienst hat gerade ein Problem. Versuchen Sie es in ein paar Minuten noch einmal.

expired-title = Dieser Link ist abgelaufen
expired-text = Zu Ihrer Sicherheit gilt ein Link nur kurze Zeit. Ein neuer ist schnell geschickt.
used-title = Dieser Link wurde schon benutzt
used-text = Mit ihm wurde ein neues Passwort festgelegt. Wenn Sie das nicht waren, fordern Sie jetzt einen neuen Link an und wählen Sie ein anderes Passwort.
superseded-title = Es gibt eine neuere E‑Mail
superseded-text = Eine neuere E‑Mail hat diesen Link ersetzt. Öffnen Sie die neueste, oder fordern Sie noch eine an.
other-device-title = Dieser Link gehört zu einem anderen Gerät
other-device-text = Er wurde auf einem anderen Gerät angefordert und funktioniert nur dort. Öffnen Sie ihn dort, oder geben Sie dort in der App den Code aus der E‑Mail ein.
invalid-link-title = Dieser Link ist beschädigt
invalid-link-text = Ein Teil fehlt oder wurde verändert; manche Mailprogramme beschädigen Links. Öffnen Sie ihn noch einmal aus der E‑Mail.

request-title = Passwort vergessen?
request-new-link = Von hier aus einen neuen Link anfordern
request-lead = Geben Sie die E‑Mail-Adresse Ihres Kontos ein. Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort wählen.
request-in-app = Zu Ihrer Sicherheit können Sie einen neuen Link nur in der App anfordern.
email = E‑Mail-Adresse
send = E‑Mail anfordern
requested-title = Sehen Sie in Ihr Postfach
requested-text = Wenn es zu { $email } ein Konto gibt, ist eine E‑Mail mit einem Link unterwegs.
requested-spam = Das kann eine Minute dauern. Wenn nichts kommt, sehen Sie im Spam-Ordner nach, oder prüfen Sie die Adresse.

freeze-title = Waren Sie das nicht?
freeze-lead = Wenn jemand anders Ihr Passwort geändert hat, sperren Sie das Konto. Dann kann sich niemand anmelden, bis per E‑Mail ein neues Passwort festgelegt wird.
freeze = Konto sperren
freeze-was-you = Wenn Sie es waren, können Sie diese Seite schließen.
freeze-expired = Er kann das Konto nicht mehr sperren. Wenn jemand anders Ihr Passwort geändert hat, fordern Sie jetzt ein neues an.
freeze-superseded-title = Dieser Link sperrt das Konto nicht mehr
freeze-superseded-text = Nach dieser E‑Mail wurde das Passwort noch einmal neu gesetzt. Wenn Sie auch das nicht waren, nehmen Sie den Link in der neuesten E‑Mail über eine Änderung, oder fordern Sie jetzt ein neues Passwort an.
frozen-title = Das Konto ist gesperrt
frozen-lead = Niemand kann sich anmelden, bis Sie ein neues Passwort wählen. Zwei Schritte fehlen noch:
mailbox-step-title = Schützen Sie Ihr Postfach
mailbox-step-text = Ändern Sie das Passwort Ihres Postfachs: Wer das getan hat, konnte Ihre E‑Mails lesen.
frozen-password-title = Wählen Sie hier ein neues Passwort
unlocks-account = Damit wird das Konto entsperrt.

mail-reset-subject = Neues Passwort für { $product } festlegen
mail-reset-preheader = { $minutes ->
    [one] Wählen Sie innerhalb von { $minutes } Minute ein neues.
   *[other] Wählen Sie innerhalb von { $minutes } Minuten ein neues.
  }
mail-reset-preheader-code = Code: { $code }
mail-reset-lead = Jemand, vermutlich Sie, möchte ein neues Passwort für Ihr Konto bei { $product } festlegen.
mail-same-device = Öffnen Sie den Link auf dem Gerät, auf dem Sie ihn angefordert haben.
mail-button = Neues Passwort festlegen
mail-link-valid = { $minutes ->
    [one] Der Link funktioniert einmal, { $minutes } Minute lang.
   *[other] Der Link funktioniert einmal, { $minutes } Minuten lang.
  }
mail-link-copy = Wenn die Schaltfläche nichts bewirkt, kopieren Sie diesen Link und fügen Sie ihn in der App oder im Browser ein:
mail-code-title = Oder geben Sie diesen Code ein
mail-code-valid = { $minutes ->
    [one] Er gilt { $minutes } Minute lang, in der App auf dem Gerät, auf dem Sie ihn angefordert haben.
   *[other] Er gilt { $minutes } Minuten lang, in der App auf dem Gerät, auf dem Sie ihn angefordert haben.
  } Geben Sie ihn niemandem; wir werden Sie nie danach fragen.
mail-requested = Angefordert
mail-changed = Geändert
mail-device = Gerät
mail-device-name = { $client } unter { $system }
mail-fact = { $label }: { $value }
mail-unrequested-title = Haben Sie das nicht angefordert?
mail-unrequested-text = Dann brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist, und ohne diese E‑Mail kann es niemand ändern.
mail-unrequested-again = Wenn immer wieder solche E‑Mails kommen, sagen Sie uns Bescheid:
mail-why-reset = An { $email } gesendet, weil jemand das Passwort zu dieser Adresse zurücksetzen möchte.
mail-why-changed = An { $email } gesendet, die Adresse Ihres Kontos.

notice-subject = Ihr Passwort für { $product } wurde geändert
notice-preheader = Wenn Sie es waren, ist alles in Ordnung. Wenn nicht, sperren Sie Ihr Konto.
notice-lead = Das Passwort Ihres Kontos bei { $product } wurde geändert.
notice-signed-out = Alle Geräte wurden abgemeldet.
notice-own-change = Waren Sie das? Dann ist alles in Ordnung: Melden Sie sich mit dem neuen Passwort an.
notice-not-you-title = Waren Sie das nicht?
notice-lock-title = Konto sperren
notice-link-valid = { $days ->
    [one] Der Link funktioniert { $days } Tag lang.
   *[other] Der Link funktioniert { $days } Tage lang.
  }
notice-recovery-title = Wählen Sie in { $product } ein neues Passwort
notice-support-title = Sagen Sie uns Bescheid
