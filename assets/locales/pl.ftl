# See en.ftl for the context of each message.

## Everywhere

language = Język
dismiss = Zamknij
show-password = Pokaż hasło
opening = Chwileczkę…
try-again = Spróbuj ponownie
cancel = Anuluj
or = lub
back = Wstecz
help = Pomoc
still-trying = Wciąż próbujemy. Twoje połączenie może być wolne.
privacy = Prywatność
terms = Regulamin
page-open-failed = Nie udało się otworzyć przeglądarki. Skopiuj do niej ten adres:
mail-open-failed = Nie udało się otworzyć aplikacji poczty. Skopiuj do niej ten adres:
problems = Popraw te błędy:
try-again-in = Spróbuj ponownie za { $time }
text-size = Rozmiar tekstu: { $percent }%

## Forgot password

forgot-title = Nie pamiętasz hasła?
forgot-lead = Wpisz adres e-mail, a wyślemy Ci link do ustawienia nowego hasła.
forgot-lead-code = Wpisz adres e-mail, a wyślemy Ci kod do ustawienia nowego hasła.
hosted-lead = Nowe hasło ustawisz na stronie { $host }, która otworzy się w przeglądarce.
hosted-open = Kontynuuj w przeglądarce
hosted-opened-title = Kontynuuj w przeglądarce
hosted-opened-text = Strona { $host } jest otwarta w przeglądarce. Ustaw tam nowe hasło, a potem się zaloguj.
hosted-open-again = Otwórz stronę ponownie
email = Adres e-mail
send = Wyślij e-mail
sending = Wysyłanie…
did-you-mean = Czy chodziło Ci o { $suggestion }?
back-to-email = Wróć do e-maila
back-to-sign-in = Wróć do logowania

email-missing = Wpisz swój adres e-mail.
email-malformed = Wpisz adres w formie nazwa@example.com.
email-refused = Ta usługa nie przyjmuje tego adresu. Sprawdź, czy nie ma w nim literówki.
code-too-early = To jest kod, a kody działają tylko na urządzeniu, z którego wysłano prośbę. Wpisz adres e-mail, aby dostać nowy kod tutaj.

## Check your email

check-title = Sprawdź pocztę
check-lead = Jeśli istnieje konto z adresem { $email }, dostaniesz e-mail z linkiem.
check-lead-code = Jeśli istnieje konto z adresem { $email }, dostaniesz e-mail z kodem.
check-lead-both = Jeśli istnieje konto z adresem { $email }, dostaniesz e-mail z linkiem i kodem.
hosted-check = Link otworzy stronę tej usługi w przeglądarce. Ustaw tam nowe hasło.
link-lifetime = { $minutes ->
    [one] Otwórz link w ciągu { $minutes } minuty.
    [few] Otwórz link w ciągu { $minutes } minut.
    [many] Otwórz link w ciągu { $minutes } minut.
   *[other] Otwórz link w ciągu { $minutes } minuty.
  }
link-lifetime-hours = { $hours ->
    [one] Otwórz link w ciągu { $hours } godziny.
    [few] Otwórz link w ciągu { $hours } godzin.
    [many] Otwórz link w ciągu { $hours } godzin.
   *[other] Otwórz link w ciągu { $hours } godziny.
  }
link-lifetime-days = { $days ->
    [one] Otwórz link w ciągu { $days } dnia.
    [few] Otwórz link w ciągu { $days } dni.
    [many] Otwórz link w ciągu { $days } dni.
   *[other] Otwórz link w ciągu { $days } dnia.
  }
check-spam = Po minucie nadal nic? Zajrzyj do spamu i sprawdź adres powyżej.
check-spam-quota = Po minucie nadal nic? Zajrzyj do spamu i sprawdź adres powyżej. Ta usługa ogranicza liczbę e-maili: jeśli nic nie przyjdzie, spróbuj ponownie za godzinę.
open-mail = Otwórz aplikację poczty
mail-app-open-failed = Nie udało się otworzyć aplikacji poczty. Otwórz ją samodzielnie.
open-webmail = Otwórz { $name }
paste-label = Wklej link z e-maila
paste-hint = Na wypadek, gdyby link nie otworzył aplikacji.
paste-or-code-hint = Jeśli w e-mailu jest kod, możesz wpisać go tutaj zamiast linku.
code-label = Wpisz kod lub wklej link
code-only-label = Wpisz kod z e-maila
continue = Dalej
checking = Sprawdzanie…
resend = Wyślij ponownie
resend-in = Wyślij ponownie za { $time }
resent = Wysłano ponownie. Działa tylko najnowszy e-mail.
change-address = Użyj innego adresu
no-mailbox = Nie masz dostępu do tej skrzynki?
no-mailbox-lead = Aby na konto nie dostał się nikt obcy, e-maile do resetowania hasła wysyłamy tylko na adres konta. Nadal masz kilka możliwości:
no-mailbox-provider-title = Odzyskaj dostęp do skrzynki
no-mailbox-provider-text = Pomoże Ci w tym Twój dostawca poczty.
no-mailbox-other-title = Spróbuj innego adresu
no-mailbox-other-text = Użyj innego adresu, który masz dodany do konta.
no-mailbox-support-title = Skontaktuj się z nami
no-mailbox-support-text = Poprosimy Cię o potwierdzenie tożsamości.

no-link-or-code-found = To nie jest pełny kod ani link. Skopiuj go z e-maila jeszcze raz.
code-incomplete = To nie jest cały kod. Skopiuj go z e-maila jeszcze raz.
link-incomplete = Ten link jest niepełny. Skopiuj go z e-maila w całości.
link-of-other-service = Ten link dotyczy innej usługi.
link-of-click-tracker = Ten link prowadzi przez usługę, która liczy kliknięcia. Otwórz go z e-maila albo skopiuj stamtąd kod.
code-wrong = Ten kod się nie zgadza. Porównaj go z najnowszym e-mailem.
code-wrong-tries = { $tries ->
    [one] Ten kod się nie zgadza. Została Ci { $tries } próba.
    [few] Ten kod się nie zgadza. Zostały Ci { $tries } próby.
    [many] Ten kod się nie zgadza. Zostało Ci { $tries } prób.
   *[other] Ten kod się nie zgadza. Zostało Ci { $tries } próby.
  }
code-wrong-last-try = Ten kod się nie zgadza. Została Ci 1 próba. Jeśli się nie uda, użyj linku.
code-only-wrong-last-try = Ten kod się nie zgadza. Została Ci 1 próba. Jeśli się nie uda, wyślij e-mail ponownie.
code-wrong-or-expired = Ten kod się nie zgadza albo wygasł. Użyj kodu z najnowszego e-maila albo wyślij e-mail ponownie.
code-expired = Ten kod wygasł. Otwórz link z tego samego e-maila albo wyślij e-mail ponownie.
code-used = Ten e-mail posłużył już do ustawienia hasła.
code-superseded = Jest nowszy e-mail. Użyj kodu, który w nim jest.
code-invalid = Ten kod tutaj nie działa. Otwórz link z e-maila albo wyślij e-mail ponownie.
code-only-invalid = Ten kod wygasł albo tutaj nie działa. Wyślij e-mail ponownie.

## Choose a new password

reset-title = Ustaw nowe hasło
reset-checking = Sprawdzanie linku…
reset-for = Konto: { $email }
new-password = Nowe hasło
confirm-password = Powtórz nowe hasło
second-factor = Kod z aplikacji uwierzytelniającej
second-factor-hint = To konto ma włączone logowanie dwuetapowe.
set-password = Zmień hasło
setting-password = Zmienianie hasła…
rule-length = { $min ->
    [one] Co najmniej { $min } znak
    [few] Co najmniej { $min } znaki
    [many] Co najmniej { $min } znaków
   *[other] Co najmniej { $min } znaku
  }
rule-length-so-far = { $min ->
    [one] { $have } z { $min } znaku
    [few] { $have } z { $min } znaków
    [many] { $have } z { $min } znaków
   *[other] { $have } z { $min } znaku
  }
rule-length-refused = { $min ->
    [one] { $have } z { $min } znaku. Dodaj jeszcze { $more }.
    [few] { $have } z { $min } znaków. Dodaj jeszcze { $more }.
    [many] { $have } z { $min } znaków. Dodaj jeszcze { $more }.
   *[other] { $have } z { $min } znaku. Dodaj jeszcze { $more }.
  }
rule-leaks = Brak w znanych wyciekach danych
tip-words = Kilka niepowiązanych słów łatwo zapamiętać.
tip-manager = Zapisz hasło w menedżerze haseł.
minutes-left = { $minutes ->
    [one] Link będzie działać jeszcze { $minutes } minutę.
    [few] Link będzie działać jeszcze { $minutes } minuty.
    [many] Link będzie działać jeszcze { $minutes } minut.
   *[other] Link będzie działać jeszcze { $minutes } minuty.
  }
hours-left = { $hours ->
    [one] Link będzie działać jeszcze { $hours } godzinę.
    [few] Link będzie działać jeszcze { $hours } godziny.
    [many] Link będzie działać jeszcze { $hours } godzin.
   *[other] Link będzie działać jeszcze { $hours } godziny.
  }
days-left = { $days ->
    [one] Link będzie działać jeszcze { $days } dzień.
    [few] Link będzie działać jeszcze { $days } dni.
    [many] Link będzie działać jeszcze { $days } dni.
   *[other] Link będzie działać jeszcze { $days } dnia.
  }
expires-soon-title = { $minutes ->
    [one] Link wygaśnie za { $minutes } minutę
    [few] Link wygaśnie za { $minutes } minuty
    [many] Link wygaśnie za { $minutes } minut
   *[other] Link wygaśnie za { $minutes } minuty
  }
expires-soon-text = To, co już masz wpisane, nie zniknie.
renew = Poproś o nowy link
renewed = Nowy link jest w drodze. Otwórz go – to, co już masz wpisane, nie zniknie.
caps-lock = Caps Lock jest włączony.

strength = Siła hasła
strength-0 = Bardzo słabe
strength-1 = Słabe
strength-2 = Średnie
strength-3 = Dobre
strength-4 = Silne
advice-common = Wiele osób używa takiego samego lub bardzo podobnego hasła.
advice-keyboard = Sąsiednie klawisze odgaduje się w pierwszej kolejności.
advice-repeat = Powtórzenia niewiele dają.
advice-sequence = Ciągi takie jak abc czy 6543 odgaduje się w pierwszej kolejności.
advice-date = Daty i lata łatwo odgadnąć.
advice-word = Pojedyncze słowo łatwo odgadnąć.
advice-name = Imiona i nazwiska łatwo odgadnąć.
advice-substitution = Zamiana a na @ niewiele daje.
advice-more-words = Dodaj jedno lub dwa rzadkie słowa.

breach-checking = Sprawdzanie znanych wycieków danych…
breach-unknown = Nie udało się sprawdzić znanych wycieków danych. Możesz przejść dalej.

password-missing = Wpisz nowe hasło.
password-refused = Ta usługa nie przyjęła tego hasła. Spróbuj dłuższego.
passwords-differ = Hasła się różnią. Wpisz drugie jeszcze raz albo pokaż pierwsze.
second-factor-wrong = Ten kod się nie zgadza. Wpisz ten, który aplikacja pokazuje teraz – każdy działa tylko raz.
too-short = Użyj większej liczby znaków.
too-short-min = { $min ->
    [one] Użyj co najmniej { $min } znaku.
    [few] Użyj co najmniej { $min } znaków.
    [many] Użyj co najmniej { $min } znaków.
   *[other] Użyj co najmniej { $min } znaku.
  }
too-long = Użyj mniejszej liczby znaków.
too-long-max = { $max ->
    [one] Użyj najwyżej { $max } znaku.
    [few] Użyj najwyżej { $max } znaków.
    [many] Użyj najwyżej { $max } znaków.
   *[other] Użyj najwyżej { $max } znaku.
  }
too-many-bytes = Za długie. Zwykłych liter i cyfr może być najwyżej { $max }; polskie litery, inne alfabety i emoji liczą się jako dwa do czterech znaków.
password-characters = Połącz małe i wielkie litery, cyfry oraz symbole, takie jak ! lub ?.
password-common = Zbyt łatwe do odgadnięcia. Wybierz mniej popularne.
password-breached = Znaleziono je w wycieku danych. Wybierz inne.
password-personal = Usuń z niego fragmenty adresu e-mail.
password-product-name = Usuń z niego nazwę tej usługi.
password-same = To Twoje obecne hasło. Wybierz nowe.

## Done

done-title = Hasło zmienione
done-for = Zaloguj się nowym hasłem na konto { $email }.
sessions-ended = O { $time } wylogowaliśmy Cię na wszystkich innych urządzeniach. Zaloguj się tam nowym hasłem.
sessions-kept = Inne urządzenia mogą być nadal zalogowane. Jeśli ktoś inny znał Twoje stare hasło, wyloguj te urządzenia w ustawieniach konta.
close-hint = Możesz zamknąć to okno.

## A link that does not work

expired-title = Ten link wygasł
expired-text = Dla bezpieczeństwa Twojego konta linki działają krótko. Poproś o nowy – to zajmie tylko chwilę.
invalid-or-expired-title = Ten link nie działa
invalid-or-expired-text = Wygasł, został już użyty albo jest niepełny. Skopiuj go w całości z najnowszego e-maila albo poproś o nowy.
used-title = Ten link został już użyty
used-text = Posłużył do ustawienia nowego hasła. Jeśli to nie Ty, od razu poproś o nowy link i wybierz inne hasło.
superseded-title = Jest nowszy e-mail
superseded-text = Działa tylko link z najnowszego e-maila. Otwórz go albo poproś o kolejny.
other-device-title = Otwórz ten link na drugim urządzeniu
other-device-text = Działa tylko na urządzeniu, z którego wysłano prośbę. Otwórz go tam albo poproś o nowy link dla tego urządzenia.
damaged-title = Ten link jest niepełny
damaged-text = Skopiuj go z e-maila w całości, od pierwszego do ostatniego znaku, albo poproś o nowy.
other-service-title = Ten link nie dotyczy tej aplikacji
other-service-text = Prowadzi do innej usługi, więc niczego nie wysłaliśmy. Jeśli nie spodziewasz się tego e-maila, usuń go.
hosted-link-title = Ustaw hasło na stronie usługi
hosted-link-text = Ta aplikacja nie obsługuje tego linku, więc nic się nie zmieniło. Otwórz go z e-maila w przeglądarce i ustaw tam nowe hasło.
account-closed-title = To konto jest zablokowane
account-closed-text = Usługa zablokowała do niego dostęp, więc hasło nie zostało zmienione. Aby odblokować konto, skontaktuj się z pomocą techniczną.
unsupported-factor-title = Twój drugi etap logowania nie jest obsługiwany
unsupported-factor-text = To konto ma włączone logowanie dwuetapowe w formie, której ta aplikacja nie obsługuje. Hasło nie zostało zmienione. Skontaktuj się z pomocą techniczną.
hosted-failed-title = Hasło nie zostało zmienione
hosted-failed-text = Na stronie w przeglądarce nie ustawiono nowego hasła. Zacznij od nowa i otwórz ją jeszcze raz.
return-unknown-title = Nie wiemy, czy hasło zostało zmienione
return-unknown-text = Ten link nie pochodzi ze strony otwartej przez tę aplikację. Wypróbuj nowe hasło, a jeśli nie zadziała, zacznij od nowa.
send-new-link = Wyślij nowy link
ask-new-link = Poproś o nowy link
other-device-ask = Poproś o link dla tego urządzenia

## The service cannot be reached, or does not answer

offline = Nie możemy połączyć się z usługą. Sprawdź połączenie i spróbuj ponownie.
offline-title = Jesteś offline
offline-text = Będziemy kontynuować, gdy wróci połączenie. Wpisane dane nie zginą.
waiting-for-connection = Oczekiwanie na połączenie…
wait-title = Zbyt wiele prób
wait-text = Dla Twojego bezpieczeństwa odczekaj chwilę przed kolejną próbą.
down-title = Coś poszło nie tak po naszej stronie
down-text = Spróbuj ponownie za kilka minut. Wpisane dane nie zginą.
timed-out = Usługa zbyt długo nie odpowiadała. Spróbuj ponownie.
tls-error = Nie udało się nawiązać bezpiecznego połączenia. W publicznej sieci Wi-Fi najpierw zaloguj się do sieci. Sprawdź też datę i godzinę na tym urządzeniu.
proxy-error = Serwer proxy Twojej sieci zablokował połączenie z usługą. Zapytaj osobę, która zarządza tą siecią, albo połącz się z inną.
captcha-required = Ta usługa sprawdza, czy nie jesteś robotem, a aplikacja nie obsługuje takiej weryfikacji. Ustaw nowe hasło na stronie internetowej usługi.
rate-limited = Zbyt wiele prób. Spróbuj ponownie za { $time }.
rate-limited-no-time = Zbyt wiele prób. Spróbuj ponownie za minutę.
not-configured = Ta aplikacja nie wie, w jakiej usłudze masz konto. Zapytaj osobę lub firmę, od której ją masz.
unexpected-response = Zamiast usługi odpowiedziało coś innego. W publicznej sieci Wi-Fi najpierw zaloguj się do sieci; w innym przypadku poproś o pomoc.
invalid-response = Ta aplikacja nie rozumie odpowiedzi usługi. Spróbuj później albo poproś o pomoc.
invalid-response-details = Ta aplikacja nie rozumie odpowiedzi usługi. Spróbuj później. Jeśli poprosisz o pomoc, przeczytaj to: { $answer }

## Shown once, above the screen

memory-only = Nie zamykaj aplikacji, dopóki nie skończysz. To urządzenie nie może bezpiecznie zapisać Twojej prośby.
newer-link = Otwarto nowszy link i to z niego korzystamy.
bad-link-ignored = Otwarto inny link, ale nie działa. Możesz kontynuować tutaj.
clock-wrong = Zegar tego urządzenia jest źle ustawiony, więc podane tu godziny mogą być błędne. Ustaw datę i godzinę.
