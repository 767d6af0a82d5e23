# Translation of en.ftl.
language = Język:
support = Potrzebna pomoc? Znajdziesz ją tutaj:
help = Pomoc
privacy = Prywatność
terms = Regulamin

reset-title = Wybierz nowe hasło
open-app-lead = Jeśli aplikacja jest na tym urządzeniu, przejdź do niej.
open-app = Otwórz aplikację
or-set-it-here = lub ustaw je tutaj
get-app = Pobierz aplikację:
code-title = Twój kod
code-lead = Wpisz go tam, skąd wysłano prośbę.
link-label = Link z wiadomości
link-hint = Skopiuj cały link z wiadomości i wklej go tutaj.
new-password = Nowe hasło
policy = { $min ->
    [one] Co najmniej { $min } znak.
    [few] Co najmniej { $min } znaki.
   *[many] Co najmniej { $min } znaków.
  } Kilka słów, które tylko Ty tak zestawisz, łatwo zapamiętać.
repeat-password = Powtórz nowe hasło
show-passwords = Pokaż, co piszę
second-factor = Kod z aplikacji uwierzytelniającej
set-password = Ustaw nowe hasło

done-title = Twoje hasło zostało zmienione
done-signed-out = Na wszystkich innych urządzeniach nastąpiło wylogowanie. Zaloguj się tam ponownie nowym hasłem.
done-close = Możesz zamknąć tę stronę i się zalogować.

error-summary-title = Coś trzeba jeszcze poprawić
link-missing = Wklej cały link z wiadomości.
password-missing = Wpisz nowe hasło.
passwords-differ = Hasła się różnią. Wpisz oba jeszcze raz.
password-too-short = { $min ->
    [one] Za krótkie: użyj co najmniej { $min } znaku.
   *[many] Za krótkie: użyj co najmniej { $min } znaków.
  }
password-too-long = { $max ->
    [one] Za długie: użyj najwyżej { $max } znaku.
   *[many] Za długie: użyj najwyżej { $max } znaków.
  }
password-common = Zbyt łatwe do odgadnięcia: wiele osób używa podobnego.
password-breached = Jest na liście skradzionych haseł: wybierz inne.
password-personal = Zawiera część Twojego adresu e‑mail: usuń ją.
password-product-name = Zawiera nazwę tej usługi: usuń ją.
password-same-as-before = To Twoje obecne hasło: wybierz nowe.
second-factor-required = To konto chroni także aplikacja uwierzytelniająca. Wpisz jej kod i jeszcze raz nowe hasło.
second-factor-invalid = To nie jest kod ważny w tej chwili. Poczekaj na następny w aplikacji uwierzytelniającej i wpisz jeszcze raz nowe hasło.
email-invalid = To nie wygląda na adres e‑mail. Musi zawierać znak @, jak w nazwa@example.org.
wait-seconds = { $seconds ->
    [one] Zbyt wiele prób. Poczekaj { $seconds } sekundę.
    [few] Zbyt wiele prób. Poczekaj { $seconds } sekundy.
   *[many] Zbyt wiele prób. Poczekaj { $seconds } sekund.
  }
wait-minutes = { $minutes ->
    [one] Zbyt wiele prób. Poczekaj { $minutes } minutę.
    [few] Zbyt wiele prób. Poczekaj { $minutes } minuty.
   *[many] Zbyt wiele prób. Poczekaj { $minutes } minut.
  }
malformed-request = Nie można odczytać tego, co zostało wysłane. Spróbuj ponownie.
cross-site-request = To przyszło z innej strony internetowej, więc nic nie zostało zrobione. Jeśli to Ty, spróbuj ponownie tutaj.
internal-error = Usługa ma w tej chwili problem. Spróbuj ponownie za kilka minut.

expired-title = Ten link wygasł
expired-text = Dla Twojego bezpieczeństwa link działa tylko przez krótki czas. Nowy dostaniesz za chwilę.
used-title = Ten link został już użyty
used-text = Ustawiono nim nowe hasło. Jeśli to nie Ty, poproś teraz o nowy link i wybierz inne hasło.
superseded-title = Jest nowsza wiadomość
superseded-text = Nowsza wiadomość zastąpiła ten link. Otwórz najnowszą albo poproś o kolejną.
other-device-title = Ten link należy do innego urządzenia
other-device-text = Prośba o niego została wysłana z innego urządzenia i link działa tylko tam. Otwórz go tam albo wpisz tam w aplikacji kod z wiadomości.
invalid-link-title = Ten link jest uszkodzony
invalid-link-text = Brakuje jego części albo została zmieniona; niektóre programy pocztowe psują linki. Otwórz go jeszcze raz z wiadomości.

request-title = Nie pamiętasz hasła?
request-new-link = Poproś stąd o nowy link
request-lead = Wpisz adres e‑mail swojego konta. Wyślemy Ci link do wyboru nowego hasła.
request-in-app = Dla Twojego bezpieczeństwa o nowy link można poprosić tylko w aplikacji.
email = Adres e‑mail
send = Wyślij wiadomość
requested-title = Sprawdź pocztę
requested-text = Jeśli istnieje konto dla adresu { $email }, wiadomość z linkiem jest już w drodze.
requested-spam = Może to potrwać minutę. Jeśli nic nie przyjdzie, zajrzyj do folderu ze spamem albo sprawdź adres.

freeze-title = To nie Ty?
freeze-lead = Jeśli ktoś inny zmienił Twoje hasło, zablokuj konto. Nikt się wtedy nie zaloguje, dopóki nowe hasło nie zostanie ustawione za pomocą wiadomości e‑mail.
freeze = Zablokuj konto
freeze-was-you = Jeśli to Ty, możesz zamknąć tę stronę.
freeze-expired = Nie można już nim zablokować konta. Jeśli ktoś inny zmienił Twoje hasło, poproś teraz o nowe.
freeze-superseded-title = Ten link nie blokuje już konta
freeze-superseded-text = Po wysłaniu tej wiadomości hasło zmieniono jeszcze raz. Jeśli to też nie Ty, użyj linku z najnowszej wiadomości o zmianie albo poproś teraz o nowe hasło.
frozen-title = Konto jest zablokowane
frozen-lead = Nikt się nie zaloguje, dopóki nie wybierzesz nowego hasła. Zostały dwa kroki:
mailbox-step-title = Zabezpiecz swoją skrzynkę
mailbox-step-text = Zmień hasło do swojej skrzynki: kto to zrobił, mógł czytać Twoją pocztę.
frozen-password-title = Wybierz tutaj nowe hasło
unlocks-account = To odblokuje konto.

mail-reset-subject = Ustaw nowe hasło do { $product }
mail-reset-preheader = { $minutes ->
    [one] Wybierz nowe hasło w ciągu { $minutes } minuty.
    [few] Wybierz nowe hasło w ciągu { $minutes } minut.
    [many] Wybierz nowe hasło w ciągu { $minutes } minut.
   *[other] Wybierz nowe hasło w ciągu { $minutes } minuty.
  }
mail-reset-preheader-code = Kod: { $code }
mail-reset-lead = Ktoś, prawdopodobnie Ty, poprosił o ustawienie nowego hasła do Twojego konta { $product }.
mail-same-device = Otwórz link na urządzeniu, z którego wysłano prośbę.
mail-button = Ustaw nowe hasło
mail-link-valid = { $minutes ->
    [one] Link działa jeden raz, przez { $minutes } minutę.
    [few] Link działa jeden raz, przez { $minutes } minuty.
   *[many] Link działa jeden raz, przez { $minutes } minut.
  }
mail-link-copy = Jeśli przycisk nie działa, skopiuj ten link i wklej go w aplikacji lub przeglądarce:
mail-code-title = Albo wpisz ten kod
mail-code-valid = { $minutes ->
    [one] Działa przez { $minutes } minutę w aplikacji na urządzeniu, z którego wysłano prośbę.
    [few] Działa przez { $minutes } minuty w aplikacji na urządzeniu, z którego wysłano prośbę.
   *[many] Działa przez { $minutes } minut w aplikacji na urządzeniu, z którego wysłano prośbę.
  } Nie podawaj go nikomu; nigdy o niego nie zapytamy.
mail-requested = Wysłano prośbę
mail-changed = Zmieniono
mail-device = Urządzenie
mail-device-name = { $client } ({ $system })
mail-fact = { $label }: { $value }
mail-unrequested-title = To nie Twoja prośba?
mail-unrequested-text = W takim razie nie musisz nic robić: Twoje hasło pozostaje bez zmian, a bez tej wiadomości nikt nie może go zmienić.
mail-unrequested-again = Jeśli takie wiadomości wciąż przychodzą, daj nam znać:
mail-why-reset = Wysłano na adres { $email }, ponieważ ktoś poprosił o nowe hasło.
mail-why-changed = Wysłano na { $email }, adres Twojego konta.

notice-subject = Twoje hasło do { $product } zostało zmienione
notice-preheader = Jeśli to Ty, wszystko w porządku. Jeśli nie, zablokuj konto.
notice-lead = Hasło do Twojego konta { $product } zostało zmienione.
notice-signed-out = Wylogowaliśmy wszystkie urządzenia.
notice-own-change = To Ty? W takim razie wszystko jest w porządku: zaloguj się nowym hasłem.
notice-not-you-title = To nie Ty?
notice-lock-title = Zablokuj konto
notice-link-valid = { $days ->
    [one] Link działa przez { $days } dzień.
    [few] Link działa przez { $days } dni.
   *[many] Link działa przez { $days } dni.
  }
notice-recovery-title = Wybierz nowe hasło w { $product }
notice-support-title = Daj nam znać
