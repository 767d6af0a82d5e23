# See en.ftl for the context of each message.

## Everywhere

language = Langue
dismiss = Fermer
show-password = Afficher le mot de passe
opening = Un instant…
try-again = Réessayer
cancel = Annuler
or = ou
back = Retour
help = Aide
still-trying = Nous essayons encore. La connexion est peut-être lente.
privacy = Confidentialité
terms = Conditions
page-open-failed = Aucun navigateur n’a pu être ouvert. Copiez cette adresse dans un navigateur :
mail-open-failed = Aucune application de messagerie n’a pu être ouverte. Copiez-y cette adresse :
problems = Merci de revoir ceci :
try-again-in = Réessayer dans { $time }
text-size = Taille du texte : { $percent } %

## Forgot password

forgot-title = Mot de passe oublié ?
forgot-lead = Saisissez l’adresse e-mail de votre compte. Nous vous enverrons un lien pour choisir un nouveau mot de passe.
forgot-lead-code = Saisissez l’adresse e-mail de votre compte. Nous vous enverrons un code pour choisir un nouveau mot de passe.
hosted-lead = Vous choisirez le nouveau mot de passe sur { $host }, qui s’ouvre dans votre navigateur.
hosted-open = Ouvrir la page
hosted-opened-title = Continuez dans votre navigateur
hosted-opened-text = Nous avons ouvert { $host } dans votre navigateur. Choisissez-y le nouveau mot de passe, puis connectez-vous.
hosted-open-again = Ouvrir à nouveau la page
email = Adresse e-mail
send = Envoyer l’e-mail
sending = Envoi…
did-you-mean = Vouliez-vous dire { $suggestion } ?
back-to-email = Retour à l’e-mail demandé
back-to-sign-in = Retour à la connexion

email-missing = Saisissez votre adresse e-mail.
email-malformed = Cela ne ressemble pas à une adresse e-mail. Elle doit contenir un @, comme dans name@example.org.
email-refused = Le service n’accepte pas cette adresse. Vérifiez qu’elle ne contient pas de faute de frappe.
code-too-early = C’est un code de récupération. Il ne fonctionne que là où il a été demandé : saisissez votre adresse e-mail pour en recevoir un nouveau ici.

## Check your email

check-title = Consultez vos e-mails
check-lead = S’il existe un compte pour { $email }, un e-mail avec un lien est en route.
check-lead-code = S’il existe un compte pour { $email }, un e-mail avec un code est en route.
check-lead-both = Si un compte existe pour { $email }, vous recevrez un e-mail avec un lien et un code.
hosted-check = Son lien ouvre une page de ce service dans votre navigateur. Choisissez-y le nouveau mot de passe.
check-spam = Cela peut prendre une minute. Si rien n’arrive, regardez dans les courriers indésirables ou vérifiez l’adresse.
open-mail = Ouvrir la messagerie
mail-app-open-failed = La messagerie n’a pas pu être ouverte. Ouvrez-la vous-même.
open-webmail = Ouvrir { $name }
paste-label = Collez le lien reçu par e-mail
paste-hint = Si l’ouverture du lien ne vous ramène pas ici.
code-label = Saisissez le code ou collez le lien
code-only-label = Saisissez le code de l’e-mail
continue = Continuer
checking = Vérification…
resend = Renvoyer l’e-mail
resend-in = Renvoyer dans { $time }
resent = E-mail renvoyé. Utilisez le plus récent.
change-address = Utiliser une autre adresse
no-mailbox = Pas d’accès à cette messagerie ?
no-mailbox-lead = Seule une personne ayant accès à cette messagerie peut choisir un nouveau mot de passe. Cela vous protège des inconnus. Il y a souvent une solution :
no-mailbox-provider-title = Retrouvez l’accès à votre messagerie
no-mailbox-provider-text = Votre fournisseur d’e-mail a sa propre procédure pour retrouver l’accès à la messagerie. Commencez par là.
no-mailbox-other-title = Essayez une autre adresse
no-mailbox-other-text = Si votre compte a aussi une autre adresse, utilisez celle-là.
no-mailbox-support-title = Contactez l’assistance
no-mailbox-support-text = Sinon, adressez-vous à l’équipe de ce service. Elle voudra savoir qui vous êtes.

no-link-or-code-found = Ce n’est ni le lien entier ni le code entier. Copiez l’un ou l’autre à nouveau depuis l’e-mail.
code-incomplete = Ce n’est pas le code entier. Copiez-le à nouveau depuis l’e-mail.
link-incomplete = Ce lien n’est pas complet. Copiez-le en entier, du premier au dernier caractère.
link-of-other-service = Ce lien est celui d’un autre service.
link-of-click-tracker = Ce lien passe par un service qui compte les clics. Ouvrez-le depuis l’e-mail ou copiez-y le code.
code-wrong = Ce n’est pas le bon code. Comparez-le à celui de l’e-mail le plus récent.
code-wrong-tries = { $tries ->
    [one] Ce n’est pas le bon code. Il vous reste { $tries } tentative ; le lien de l’e-mail fonctionne dans tous les cas.
   *[other] Ce n’est pas le bon code. Il vous reste { $tries } tentatives.
  }
code-expired = Ce code ne fonctionne plus. Ouvrez le lien du même e-mail, ou demandez un nouvel e-mail.
code-used = Un mot de passe a déjà été enregistré avec cet e-mail.
code-superseded = Il y a un e-mail plus récent. Utilisez le code qu’il contient.
code-invalid = Ce code ne fonctionne pas ici. Ouvrez le lien de l’e-mail, ou demandez un nouvel e-mail.
code-only-invalid = Ce code ne fonctionne plus, ou pas ici. Demandez un nouvel e-mail.

## Choose a new password

reset-title = Choisissez un nouveau mot de passe
reset-checking = Vérification de votre lien…
reset-for = Pour le compte de { $email }.
new-password = Nouveau mot de passe
confirm-password = Répétez le nouveau mot de passe
second-factor = Code de votre application d’authentification
second-factor-hint = Ce compte est protégé par une application de ce type. Elle affiche un nouveau code toutes les 30 secondes.
set-password = Changer le mot de passe
setting-password = Enregistrement…
rule-length = { $min ->
    [one] Au moins { $min } caractère
   *[other] Au moins { $min } caractères
  }
rule-length-so-far = { $have } caractères sur { $min }
rule-length-refused = { $have } caractères sur { $min }. Ajoutez-en { $more }.
rule-leaks = Absent des fuites de données connues
tip-words = Plusieurs mots que personne d’autre n’aurait l’idée de réunir sont faciles à retenir.
tip-manager = Enregistrez-le dans votre gestionnaire de mots de passe.
minutes-left = { $minutes ->
    [one] Il vous reste { $minutes } minute pour terminer.
   *[other] Il vous reste { $minutes } minutes pour terminer.
  }
expires-soon-title = Ce lien expire dans { $minutes } min
expires-soon-text = Ce que vous avez saisi reste ici.
renew = Nouveau lien
renewed = Un nouvel e-mail est en route. Ouvrez le lien qu’il contient : ce que vous avez saisi sera toujours ici.
caps-lock = La touche Verr. Maj est activée.

strength = Robustesse
strength-0 = très faible
strength-1 = faible
strength-2 = moyenne
strength-3 = bonne
strength-4 = excellente
advice-common = Beaucoup de gens utilisent ce mot de passe ou un autre très semblable.
advice-keyboard = Les touches voisines sont essayées en premier.
advice-repeat = Répéter quelque chose n’apporte presque rien.
advice-sequence = Les suites comme abc ou 6543 sont essayées en premier.
advice-date = Les années et les dates sont faciles à deviner.
advice-word = Un mot seul est facile à deviner.
advice-name = Les noms sont faciles à deviner.
advice-substitution = Écrire @ à la place de a ne le rend pas plus difficile à deviner.
advice-more-words = Ajoutez un ou deux mots, les moins courants possible.

breach-checking = Recherche parmi les mots de passe volés…
breach-unknown = La liste des mots de passe volés n’a pas pu être consultée. Vous pouvez continuer.

password-missing = Saisissez un nouveau mot de passe.
password-refused = Le service n’accepte pas ce mot de passe. Essayez-en un plus long.
passwords-differ = Les deux mots de passe sont différents. Saisissez le second à nouveau, ou affichez le premier.
second-factor-wrong = Saisissez le code que votre application d’authentification affiche maintenant. Chaque code ne sert qu’une fois.
too-short = Trop court : il faut plus de caractères.
too-short-min = { $min ->
    [one] Trop court : il faut au moins { $min } caractère.
   *[other] Trop court : il faut au moins { $min } caractères.
  }
too-long = Trop long : il faut moins de caractères.
too-long-max = { $max ->
    [one] Trop long : { $max } caractère au maximum.
   *[other] Trop long : { $max } caractères au maximum.
  }
too-many-bytes = Trop long : il y a de la place pour { $max } lettres sans accent et chiffres. Les lettres accentuées, les autres alphabets et les émojis prennent chacun deux à quatre places.
password-characters = Pas assez de sortes de caractères : mélangez minuscules, majuscules, chiffres et signes comme ! ou ?.
password-common = Trop facile à deviner : beaucoup de gens en utilisent un semblable.
password-breached = Il figure dans une liste de mots de passe volés : choisissez-en un autre.
password-personal = Il contient une partie de votre adresse e-mail : retirez-la.
password-product-name = Il contient le nom de ce service : retirez-le.
password-same = C’est votre mot de passe actuel : choisissez-en un nouveau.

## Done

done-title = Votre mot de passe est changé
done-for = Connectez-vous avec { $email } et le nouveau mot de passe.
sessions-ended = Tous vos autres appareils ont été déconnectés à { $time }. Sur chacun, reconnectez-vous avec le nouveau mot de passe.
sessions-kept = D’autres appareils sont peut-être encore connectés. Si quelqu’un d’autre connaît peut-être votre ancien mot de passe, déconnectez-les dans les paramètres de votre compte.
close-hint = Vous pouvez fermer cette fenêtre et vous connecter.

## A link that does not work

expired-title = Ce lien a expiré
expired-text = Pour votre sécurité, un lien ne fonctionne que peu de temps. En obtenir un nouveau ne prend qu’un instant.
used-title = Ce lien a déjà servi
used-text = Il a servi à enregistrer un nouveau mot de passe. Si ce n’était pas vous, demandez tout de suite un nouveau lien et choisissez un autre mot de passe.
superseded-title = Il y a un e-mail plus récent
superseded-text = Un e-mail plus récent a remplacé ce lien. Ouvrez le dernier reçu, ou demandez-en un autre.
other-device-title = Ce lien est lié à un autre appareil
other-device-text = Il a été demandé sur un autre appareil et ne fonctionne que sur celui-là. Ouvrez-le là-bas, ou demandez un nouveau lien d’ici.
damaged-title = Ce lien est abîmé
damaged-text = Une partie manque ou a été modifiée ; certaines messageries abîment les liens. Ouvrez-le à nouveau depuis l’e-mail, ou demandez-en un nouveau.
other-service-title = Ce lien est destiné à un autre service
other-service-text = Il ne mène pas à ce service ; rien n’a donc été envoyé nulle part. Si vous ne l’attendiez pas, supprimez l’e-mail.
hosted-link-title = Le mot de passe se choisit sur la page du service
hosted-link-text = Cette application ne peut pas utiliser le lien : rien n’a été modifié. Ouvrez-le depuis l’e-mail dans votre navigateur, et choisissez le nouveau mot de passe sur cette page.
send-new-link = M’envoyer un nouveau lien
ask-new-link = Demander un nouveau lien
other-device-ask = Demander un lien pour cet appareil

## The service cannot be reached, or does not answer

offline = Le service est injoignable. Vérifiez votre connexion, puis réessayez.
offline-title = Vous êtes hors ligne
offline-text = Tout reprendra automatiquement dès le retour de la connexion ; rien de ce que vous avez saisi n’est perdu.
waiting-for-connection = En attente de connexion…
wait-title = Trop de tentatives
wait-text = Veuillez attendre une minute.
down-title = Le service a un problème en ce moment
down-text = Réessayez dans quelques minutes.
timed-out = Le service n’a pas répondu à temps. Réessayez.
tls-error = Impossible d’établir une connexion sûre avec le service. Si vous êtes sur un réseau public, identifiez-vous d’abord sur ce réseau ; vérifiez aussi la date et l’heure de cet appareil.
proxy-error = Le proxy de votre réseau a refusé la connexion au service. Adressez-vous à la personne qui gère ce réseau, ou utilisez-en un autre.
rate-limited = Trop de tentatives. Veuillez attendre { $time }.
rate-limited-no-time = Trop de tentatives. Veuillez attendre une minute.
not-configured = Cette application ne sait pas à quel service appartient votre compte. La personne qui vous l’a fournie peut la configurer.
unexpected-response = Autre chose a répondu à la place du service. Si vous êtes sur un réseau public, identifiez-vous d’abord sur ce réseau ; sinon, demandez de l’aide.
invalid-response = Le service a répondu d’une façon que cette application ne comprend pas. Réessayez plus tard, ou demandez de l’aide.
invalid-response-details = Le service a répondu d’une façon que cette application ne comprend pas. Réessayez plus tard. Si vous demandez de l’aide, indiquez ceci : { $answer }

## Shown once, above the screen

memory-only = Aucun trousseau de clés n’est ouvert sur cet appareil : si vous fermez l’application, cette demande sera perdue. Gardez l’application ouverte jusqu’à la fin.
newer-link = Un lien plus récent a été ouvert. C’est lui qui sert maintenant.
bad-link-ignored = Un autre lien a été ouvert, mais il ne fonctionne pas. Vous pouvez continuer ici.
clock-wrong = L’horloge de cet appareil est mal réglée ; les heures affichées ici peuvent être fausses. Corrigez la date et l’heure.
