# Translation of en.ftl.

language = Język:
support = Potrzebujesz pomocy?
help = Pomoc
privacy = Prywatność
terms = Regulamin

reset-title = Ustaw nowe hasło
open-app-lead = Jeśli masz aplikację na tym urządzeniu, kontynuuj w niej.
open-app = Otwórz aplikację
or-set-it-here = lub ustaw je tutaj
get-app = Pobierz aplikację:
code-title = Wpisz ten kod w aplikacji
code-lead = Wpisz go na urządzeniu, z którego wysłano prośbę o reset hasła.
link-label = Link z e‑maila
link-hint = Skopiuj cały link z e‑maila i wklej go tutaj.
new-password = Nowe hasło
policy = { $min ->
    [one] Co najmniej { $min } znak.
    [few] Co najmniej { $min } znaki.
    [many] Co najmniej { $min } znaków.
   *[other] Co najmniej { $min } znaku.
  } Kilka niepowiązanych słów łatwo zapamiętać.
repeat-password = Powtórz nowe hasło
show-passwords = Pokaż hasło
second-factor = Kod z aplikacji uwierzytelniającej
set-password = Zmień hasło

done-title = Hasło zmienione
done-signed-out = Wylogowaliśmy Cię na wszystkich innych urządzeniach. Zaloguj się tam nowym hasłem.
done-close = Możesz zamknąć tę stronę i się zalogować.

error-summary-title = Popraw te błędy:
link-missing = Wklej cały link z e‑maila.
password-missing = Wpisz nowe hasło.
passwords-differ = Hasła się różnią. Wpisz oba jeszcze raz.
password-too-short = { $min ->
    [one] Użyj co najmniej { $min } znaku.
    [few] Użyj co najmniej { $min } znaków.
    [many] Użyj co najmniej { $min } znaków.
   *[other] Użyj co najmniej { $min } znaku.
  }
password-too-long = { $max ->
    [one] Użyj najwyżej { $max } znaku.
    [few] Użyj najwyżej { $max } znaków.
    [many] Użyj najwyżej { $max } znaków.
   *[other] Użyj najwyżej { $max } znaku.
  }
password-common = Zbyt łatwe do odgadnięcia. Wybierz mniej popularne.
password-breached = Znaleziono je w wycieku danych. Wybierz inne.
password-personal = Usuń z niego fragmenty adresu e‑mail.
password-product-name = Usuń z niego nazwę tej usługi.
password-same-as-before = To Twoje obecne hasło. Wybierz nowe.
second-factor-required = To konto ma włączone logowanie dwuetapowe. Wpisz kod z aplikacji uwierzytelniającej i jeszcze raz nowe hasło.
second-factor-invalid = Ten kod się nie zgadza. Poczekaj, aż aplikacja pokaże następny, i wpisz go razem z nowym hasłem.
email-invalid = Wpisz adres w formie nazwa@example.com.
wait-seconds = { $seconds ->
    [one] Zbyt wiele prób. Spróbuj ponownie za { $seconds } sekundę.
    [few] Zbyt wiele prób. Spróbuj ponownie za { $seconds } sekundy.
    [many] Zbyt wiele prób. Spróbuj ponownie za { $seconds } sekund.
   *[other] Zbyt wiele prób. Spróbuj ponownie za { $seconds } sekundy.
  }
wait-minutes = { $minutes ->
    [one] Zbyt wiele prób. Spróbuj ponownie za { $minutes } minutę.
    [few] Zbyt wiele prób. Spróbuj ponownie za { $minutes } minuty.
    [many] Zbyt wiele prób. Spróbuj ponownie za { $minutes } minut.
   *[other] Zbyt wiele prób. Spróbuj ponownie za { $minutes } minuty.
  }
wait-hours = { $hours ->
    [one] Zbyt wiele prób. Spróbuj ponownie za { $hours } godzinę.
    [few] Zbyt wiele prób. Spróbuj ponownie za { $hours } godziny.
    [many] Zbyt wiele prób. Spróbuj ponownie za { $hours } godzin.
   *[other] Zbyt wiele prób. Spróbuj ponownie za { $hours } godziny.
  }
wait-days = { $days ->
    [one] Zbyt wiele prób. Spróbuj ponownie za { $days } dzień.
    [few] Zbyt wiele prób. Spróbuj ponownie za { $days } dni.
    [many] Zbyt wiele prób. Spróbuj ponownie za { $days } dni.
   *[other] Zbyt wiele prób. Spróbuj ponownie za { $days } dnia.
  }
malformed-request = Nie udało się tego odczytać. Spróbuj ponownie.
cross-site-request = To przyszło z innej witryny, więc nic nie zrobiliśmy. Jeśli to Ty, spróbuj ponownie tutaj.
internal-error = Coś poszło nie tak po naszej stronie. Spróbuj ponownie za kilka minut.

expired-title = Ten link wygasł
expired-text = Dla bezpieczeństwa Twojego konta linki działają krótko. Poproś o nowy – to zajmie tylko chwilę.
used-title = Ten link został już użyty
used-text = Posłużył do ustawienia nowego hasła. Jeśli to nie Ty, od razu poproś o nowy link i wybierz inne hasło.
superseded-title = Jest nowszy e‑mail
superseded-text = Działa tylko link z najnowszego e‑maila. Otwórz go albo poproś o kolejny.
other-device-title = Otwórz ten link na drugim urządzeniu
other-device-text = Działa tylko na urządzeniu, z którego wysłano prośbę. Otwórz go tam albo wpisz tam w aplikacji kod z e‑maila.
invalid-link-title = Ten link jest niepełny
invalid-link-text = Skopiuj go z e‑maila w całości, od pierwszego do ostatniego znaku.

request-title = Nie pamiętasz hasła?
request-new-link = Poproś o link dla tego urządzenia
request-lead = Wpisz adres e‑mail, a wyślemy Ci link do ustawienia nowego hasła.
request-in-app = Dla Twojego bezpieczeństwa poproś o nowy link w aplikacji.
email = Adres e‑mail
send = Wyślij e‑mail
requested-title = Sprawdź pocztę
requested-text = Jeśli istnieje konto z adresem { $email }, dostaniesz e‑mail z linkiem.
requested-spam = Po minucie nadal nic? Zajrzyj do spamu i sprawdź adres powyżej.

freeze-title = Zablokować konto?
freeze-lead = Jeśli hasło zmienił ktoś inny, zablokuj konto. Nikt się nie zaloguje, dopóki nowe hasło nie zostanie ustawione przez e‑mail.
freeze = Zablokuj konto
freeze-was-you = Jeśli to Ty, możesz zamknąć tę stronę.
freeze-expired = Tym linkiem nie można już zablokować konta. Jeśli ktoś inny zmienił Twoje hasło, zresetuj je teraz.
freeze-superseded-title = Ten link nie blokuje już konta
freeze-superseded-text = Po wysłaniu tego e‑maila Twoje hasło ustawiono jeszcze raz. Jeśli to też nie Ty, użyj linku z najnowszego e‑maila o zmianie hasła albo zresetuj teraz hasło.
frozen-title = Twoje konto jest zablokowane
frozen-lead = Nikt się nie zaloguje, dopóki nie ustawisz nowego hasła. Zostały dwa kroki:
mailbox-step-title = Zabezpiecz swoją skrzynkę
mailbox-step-text = Zmień hasło do poczty. Osoba, która to zrobiła, mogła czytać Twoje e‑maile.
frozen-password-title = Ustaw nowe hasło tutaj
unlocks-account = To odblokuje Twoje konto.

mail-reset-subject = Zresetuj hasło do konta { $product }
mail-reset-preheader = { $minutes ->
    [one] Ustaw nowe w ciągu { $minutes } minuty.
    [few] Ustaw nowe w ciągu { $minutes } minut.
    [many] Ustaw nowe w ciągu { $minutes } minut.
   *[other] Ustaw nowe w ciągu { $minutes } minuty.
  }
mail-reset-preheader-code = Kod: { $code }
mail-reset-lead = Ustaw nowe hasło do swojego konta { $product }.
mail-same-device = Otwórz link na urządzeniu, z którego wysłano prośbę o ten e‑mail.
mail-button = Ustaw nowe hasło
mail-link-valid = { $minutes ->
    [one] Link działa jeden raz, przez { $minutes } minutę.
    [few] Link działa jeden raz, przez { $minutes } minuty.
    [many] Link działa jeden raz, przez { $minutes } minut.
   *[other] Link działa jeden raz, przez { $minutes } minuty.
  }
mail-link-copy = Przycisk nie działa? Skopiuj ten link:
mail-code-title = Albo wpisz ten kod w aplikacji
mail-code-valid = { $minutes ->
    [one] Działa przez { $minutes } minutę.
    [few] Działa przez { $minutes } minuty.
    [many] Działa przez { $minutes } minut.
   *[other] Działa przez { $minutes } minuty.
  } Nikomu go nie podawaj – nigdy o niego nie zapytamy.
mail-requested = Data prośby
mail-changed = Data zmiany
mail-device = Urządzenie
mail-device-name = { $client } ({ $system })
mail-fact = { $label }: { $value }
mail-unrequested-title = To nie Twoja prośba?
mail-unrequested-text = Nie musisz nic robić. Twoje hasło pozostaje bez zmian, a bez tego e‑maila nikt go nie zmieni.
mail-unrequested-again = Jeśli takie e‑maile nadal przychodzą, daj nam znać:
mail-why-reset = Wysłano na adres { $email }, bo ktoś podał go w prośbie o reset hasła.
mail-why-changed = Wysłano na { $email } – adres Twojego konta.

notice-subject = Hasło do konta { $product } zostało zmienione
notice-preheader = Jeśli to Ty, wszystko w porządku. Jeśli nie, zablokuj konto.
notice-lead = Hasło do Twojego konta { $product } zostało zmienione.
notice-signed-out = Wylogowaliśmy Cię na wszystkich urządzeniach.
notice-own-change = Jeśli to Ty, wszystko w porządku. Zaloguj się ponownie nowym hasłem.
notice-not-you-title = To nie Ty?
notice-lock-title = Zablokuj konto
notice-link-valid = { $days ->
    [one] Nikt się nie zaloguje, dopóki nowe hasło nie zostanie ustawione przez e‑mail. Ten link działa przez { $days } dzień.
    [few] Nikt się nie zaloguje, dopóki nowe hasło nie zostanie ustawione przez e‑mail. Ten link działa przez { $days } dni.
    [many] Nikt się nie zaloguje, dopóki nowe hasło nie zostanie ustawione przez e‑mail. Ten link działa przez { $days } dni.
   *[other] Nikt się nie zaloguje, dopóki nowe hasło nie zostanie ustawione przez e‑mail. Ten link działa przez { $days } dnia.
  }
notice-recovery-title = Ustaw nowe hasło do konta { $product }
notice-support-title = Daj nam znać
