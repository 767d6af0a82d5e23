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
still-trying = Wciąż próbujemy. Połączenie może być wolne.
privacy = Prywatność
terms = Regulamin
page-open-failed = Nie udało się otworzyć przeglądarki. Skopiuj do niej ten adres:
mail-open-failed = Nie udało się otworzyć aplikacji poczty. Skopiuj do niej ten adres:
problems = Sprawdź to jeszcze raz:
try-again-in = Spróbuj ponownie za { $time }
text-size = Rozmiar tekstu { $percent }%

## Forgot password

forgot-title = Nie pamiętasz hasła?
forgot-lead = Wpisz adres e-mail swojego konta. Wyślemy Ci link do wyboru nowego hasła.
forgot-lead-code = Wpisz adres e-mail swojego konta. Wyślemy Ci kod do wyboru nowego hasła.
hosted-lead = Nowe hasło ustawisz na { $host }; strona otworzy się w przeglądarce.
hosted-open = Otwórz stronę
hosted-opened-title = Kontynuuj w przeglądarce
hosted-opened-text = Otworzyliśmy { $host } w Twojej przeglądarce. Ustaw tam nowe hasło, a potem się zaloguj.
hosted-open-again = Otwórz stronę ponownie
email = Adres e-mail
send = Wyślij e-mail z linkiem
sending = Wysyłanie…
did-you-mean = Czy chodziło o { $suggestion }?
back-to-email = Wróć do oczekiwania na wiadomość
back-to-sign-in = Wróć do logowania

email-missing = Wpisz swój adres e-mail.
email-malformed = To nie wygląda na adres e-mail. Musi zawierać znak @, jak w name@example.org.
email-refused = Usługa nie przyjmuje tego adresu. Sprawdź, czy nie ma w nim literówki.
code-too-early = To jest kod odzyskiwania. Działa tylko na urządzeniu, z którego wyszła prośba. Wpisz swój adres e-mail, aby dostać tutaj nowy kod.

## Check your email

check-title = Sprawdź pocztę
check-lead = Jeśli istnieje konto dla adresu { $email }, wiadomość z linkiem jest już w drodze.
check-lead-code = Jeśli istnieje konto dla adresu { $email }, wiadomość z kodem jest już w drodze.
check-lead-both = Jeśli istnieje konto dla { $email }, otrzymasz e-mail z linkiem i kodem.
hosted-check = Link w niej otwiera stronę tej usługi w przeglądarce. Tam wybierz nowe hasło.
check-spam = Może to potrwać minutę. Jeśli nic nie przyjdzie, zajrzyj do folderu ze spamem albo sprawdź adres.
open-mail = Otwórz aplikację poczty
mail-app-open-failed = Nie udało się otworzyć aplikacji poczty. Otwórz ją samodzielnie.
open-webmail = Otwórz { $name }
paste-label = Wklej link z wiadomości
paste-hint = Przydatne, gdy otwarcie linku nie przenosi Cię tutaj.
code-label = Wpisz kod albo wklej link
code-only-label = Wpisz kod z wiadomości
continue = Dalej
checking = Sprawdzanie…
resend = Wyślij e-mail ponownie
resend-in = Wyślij ponownie za { $time }
resent = Wysłano ponownie. Użyj najnowszej wiadomości.
change-address = Użyj innego adresu
no-mailbox = Nie masz dostępu do tej skrzynki?
no-mailbox-lead = Nowe hasło może wybrać tylko ktoś, kto ma dostęp do tej skrzynki. To chroni Cię przed obcymi. Często jest jednak jakiś sposób:
no-mailbox-provider-title = Odzyskaj dostęp do skrzynki
no-mailbox-provider-text = Twój dostawca poczty ma własny sposób na odzyskanie dostępu do skrzynki. Zacznij od tego.
no-mailbox-other-title = Spróbuj innego adresu
no-mailbox-other-text = Jeśli do Twojego konta należy też inny adres, użyj go.
no-mailbox-support-title = Skontaktuj się z pomocą
no-mailbox-support-text = W przeciwnym razie zwróć się do osób, które prowadzą tę usługę. Będą chciały wiedzieć, kim jesteś.

no-link-or-code-found = To nie jest ani cały link, ani cały kod. Skopiuj link lub kod z wiadomości jeszcze raz.
code-incomplete = To nie jest cały kod. Skopiuj go z wiadomości jeszcze raz.
link-incomplete = Ten link jest niepełny. Skopiuj go w całości, od pierwszego do ostatniego znaku.
link-of-other-service = Ten link należy do innej usługi.
link-of-click-tracker = Ten link prowadzi przez usługę, która liczy kliknięcia. Otwórz go z wiadomości albo skopiuj z niej kod.
code-wrong = To nie ten kod. Porównaj go z kodem w najnowszej wiadomości.
code-wrong-tries = { $tries ->
    [one] To nie ten kod. Została Ci jeszcze jedna próba; link z wiadomości zadziała w każdym przypadku.
    [few] To nie ten kod. Zostały Ci jeszcze { $tries } próby.
    [many] To nie ten kod. Zostało Ci jeszcze { $tries } prób.
   *[other] To nie ten kod. Zostało Ci jeszcze { $tries } próby.
  }
code-expired = Ten kod już nie działa. Otwórz link z tej samej wiadomości albo poproś o nową.
code-used = Za pomocą tej wiadomości ustawiono już hasło.
code-superseded = Jest nowsza wiadomość. Użyj kodu, który w niej jest.
code-invalid = Ten kod tutaj nie działa. Otwórz link z wiadomości albo poproś o nową.
code-only-invalid = Ten kod już nie działa albo nie działa tutaj. Poproś o nową wiadomość.

## Choose a new password

reset-title = Wybierz nowe hasło
reset-checking = Sprawdzanie linku…
reset-for = Dla konta { $email }.
new-password = Nowe hasło
confirm-password = Powtórz nowe hasło
second-factor = Kod z aplikacji uwierzytelniającej
second-factor-hint = To konto jest chronione taką aplikacją. Co pół minuty pokazuje ona nowy kod.
set-password = Ustaw nowe hasło
setting-password = Ustawianie…
rule-length = { $min ->
    [one] Co najmniej { $min } znak
    [few] Co najmniej { $min } znaki
    [many] Co najmniej { $min } znaków
   *[other] Co najmniej { $min } znaku
  }
rule-length-so-far = Znaki: { $have } z { $min }
rule-length-refused = Znaki: { $have } z { $min }. Brakuje: { $more }.
rule-leaks = Brak w znanych wyciekach danych
tip-words = Łatwo zapamiętać kilka słów, które tylko Tobie przyszłoby do głowy zestawić.
tip-manager = Zapisz je w menedżerze haseł.
minutes-left = { $minutes ->
    [one] Masz jeszcze minutę na dokończenie.
    [few] Masz jeszcze { $minutes } minuty na dokończenie.
    [many] Masz jeszcze { $minutes } minut na dokończenie.
   *[other] Masz jeszcze { $minutes } minuty na dokończenie.
  }
expires-soon-title = Ten link wygaśnie za { $minutes } min
expires-soon-text = To, co wpisano, zostanie tutaj.
renew = Poproś o nowy link
renewed = Nowa wiadomość jest w drodze. Otwórz link, który w niej jest; to, co jest już wpisane, tu zostanie.
caps-lock = Caps Lock jest włączony.

strength = Siła hasła
strength-0 = bardzo słabe
strength-1 = słabe
strength-2 = średnie
strength-3 = dobre
strength-4 = silne
advice-common = Wiele osób używa tego hasła albo bardzo podobnego.
advice-keyboard = Klawisze leżące obok siebie zgaduje się w pierwszej kolejności.
advice-repeat = Powtarzanie niewiele daje.
advice-sequence = Ciągi takie jak abc czy 6543 zgaduje się w pierwszej kolejności.
advice-date = Lata i daty łatwo odgadnąć.
advice-word = Pojedyncze słowo łatwo odgadnąć.
advice-name = Imiona i nazwiska łatwo odgadnąć.
advice-substitution = Zamiana a na @ nie utrudnia odgadnięcia hasła.
advice-more-words = Dodaj jeszcze słowo lub dwa – im mniej zwyczajne, tym lepiej.

breach-checking = Szukanie wśród skradzionych haseł…
breach-unknown = Nie udało się sprawdzić listy skradzionych haseł. Możesz przejść dalej.

password-missing = Wpisz nowe hasło.
password-refused = Usługa nie przyjmuje tego hasła. Spróbuj dłuższego.
passwords-differ = Hasła się różnią. Wpisz drugie jeszcze raz albo pokaż pierwsze.
second-factor-wrong = Wpisz kod, który aplikacja uwierzytelniająca pokazuje teraz. Każdy kod działa tylko raz.
too-short = Za krótkie: użyj większej liczby znaków.
too-short-min = { $min ->
    [one] Za krótkie: użyj co najmniej { $min } znaku.
    [few] Za krótkie: użyj co najmniej { $min } znaków.
    [many] Za krótkie: użyj co najmniej { $min } znaków.
   *[other] Za krótkie: użyj co najmniej { $min } znaku.
  }
too-long = Za długie: użyj mniejszej liczby znaków.
too-long-max = { $max ->
    [one] Za długie: użyj najwyżej { $max } znaku.
    [few] Za długie: użyj najwyżej { $max } znaków.
    [many] Za długie: użyj najwyżej { $max } znaków.
   *[other] Za długie: użyj najwyżej { $max } znaku.
  }
too-many-bytes = Za długie: mieści się { $max } zwykłych liter i cyfr. Litery ze znakami diakrytycznymi, inne alfabety i emoji zajmują po dwa do czterech miejsc.
password-characters = Za mało rodzajów znaków: połącz małe i wielkie litery, cyfry oraz znaki takie jak ! lub ?.
password-common = Zbyt łatwe do odgadnięcia: wiele osób używa podobnego.
password-breached = Jest na liście skradzionych haseł: wybierz inne.
password-personal = Zawiera część Twojego adresu e-mail: usuń ją.
password-product-name = Zawiera nazwę tej usługi: usuń ją.
password-same = To Twoje obecne hasło: wybierz nowe.

## Done

done-title = Twoje hasło zostało zmienione
done-for = Zaloguj się nowym hasłem jako { $email }.
sessions-ended = O { $time } wylogowano Cię wszędzie indziej. Zaloguj się tam ponownie nowym hasłem.
sessions-kept = Inne urządzenia mogą być nadal zalogowane. Jeśli ktoś inny może znać Twoje stare hasło, wyloguj te urządzenia w ustawieniach swojego konta.
close-hint = Możesz zamknąć to okno i się zalogować.

## A link that does not work

expired-title = Ten link wygasł
expired-text = Dla Twojego bezpieczeństwa link działa tylko przez krótki czas. Nowy dostaniesz za chwilę.
used-title = Ten link został już użyty
used-text = Ustawiono za jego pomocą nowe hasło. Jeśli to nie Ty, poproś teraz o nowy link i wybierz inne hasło.
superseded-title = Jest nowsza wiadomość
superseded-text = Nowsza wiadomość zastąpiła ten link. Otwórz najnowszą albo poproś o kolejną.
other-device-title = Ten link należy do innego urządzenia
other-device-text = Prośba o niego wyszła z innego urządzenia i link działa tylko tam. Otwórz go tam albo poproś stąd o nowy.
damaged-title = Ten link jest uszkodzony
damaged-text = Brakuje jego części albo została ona zmieniona; niektóre programy pocztowe psują linki. Otwórz go jeszcze raz z wiadomości albo poproś o nowy.
other-service-title = Ten link dotyczy innej usługi
other-service-text = Nie prowadzi do tej usługi, więc niczego nigdzie nie wysłano. Jeśli nie spodziewasz się tej wiadomości, usuń ją.
hosted-link-title = Hasło wybiera się na stronie usługi
hosted-link-text = Ta aplikacja nie może użyć tego linku, więc nic się nie zmieniło. Otwórz go z wiadomości w przeglądarce i wybierz nowe hasło na tamtej stronie.
send-new-link = Wyślij mi nowy link
ask-new-link = Poproś o nowy link
other-device-ask = Poproś o link dla tego urządzenia

## The service cannot be reached, or does not answer

offline = Nie można połączyć się z usługą. Sprawdź połączenie i spróbuj ponownie.
offline-title = Brak połączenia z internetem
offline-text = Gdy tylko wróci, wszystko samo ruszy dalej; to, co jest już wpisane, nie przepadnie.
waiting-for-connection = Oczekiwanie na połączenie…
wait-title = Zbyt wiele prób
wait-text = Poczekaj minutę.
down-title = Usługa ma w tej chwili problem
down-text = Spróbuj ponownie za kilka minut.
timed-out = Usługa nie odpowiedziała na czas. Spróbuj ponownie.
tls-error = Nie udało się nawiązać bezpiecznego połączenia z usługą. Jeśli korzystasz z sieci publicznej, najpierw się do niej zaloguj; sprawdź też datę i godzinę na tym urządzeniu.
proxy-error = Serwer proxy w Twojej sieci odmówił połączenia z usługą. Zapytaj osobę, która zarządza tą siecią, albo użyj innej.
rate-limited = Zbyt wiele prób. Poczekaj { $time }.
rate-limited-no-time = Zbyt wiele prób. Poczekaj minutę.
not-configured = Ta aplikacja nie wie, w jakiej usłudze masz konto. Może to ustawić osoba lub firma, od której masz aplikację.
unexpected-response = Zamiast usługi odpowiedziało coś innego. Jeśli korzystasz z sieci publicznej, najpierw się do niej zaloguj; w przeciwnym razie poproś o pomoc.
invalid-response = Usługa odpowiedziała w sposób, którego ta aplikacja nie rozumie. Spróbuj później albo poproś o pomoc.
invalid-response-details = Usługa odpowiedziała w sposób, którego ta aplikacja nie rozumie. Spróbuj później. Jeśli poprosisz o pomoc, podaj: { $answer }

## Shown once, above the screen

memory-only = Na tym urządzeniu magazyn kluczy nie jest dostępny, więc po zamknięciu aplikacji ta prośba przepadnie. Nie zamykaj aplikacji, dopóki nie skończysz.
newer-link = Otwarto nowszy link. To on jest teraz używany.
bad-link-ignored = Otwarto inny link, który nie działa. Możesz spokojnie kontynuować tutaj.
clock-wrong = Zegar tego urządzenia jest źle ustawiony, więc podawane tu czasy mogą być błędne. Ustaw na urządzeniu właściwą datę i godzinę.
