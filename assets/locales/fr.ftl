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
still-trying = Nous essayons encore. Votre connexion est peut-être lente.
privacy = Confidentialité
terms = Conditions
page-open-failed = Impossible d’ouvrir un navigateur. Copiez cette adresse dans celui de votre choix :
mail-open-failed = Impossible d’ouvrir une application de messagerie. Copiez cette adresse dans la vôtre :
problems = Corrigez les points suivants :
try-again-in = Réessayer dans { $time }
text-size = Taille du texte : { $percent } %

## Forgot password

forgot-title = Mot de passe oublié ?
forgot-lead = Saisissez votre adresse e‑mail pour recevoir un lien et choisir un nouveau mot de passe.
forgot-lead-code = Saisissez votre adresse e‑mail pour recevoir un code et choisir un nouveau mot de passe.
hosted-lead = Vous choisirez votre nouveau mot de passe sur { $host }, dans votre navigateur.
hosted-open = Continuer dans le navigateur
hosted-opened-title = Continuez dans votre navigateur
hosted-opened-text = Nous avons ouvert { $host } dans votre navigateur. Choisissez-y votre nouveau mot de passe, puis connectez-vous.
hosted-open-again = Rouvrir la page
email = Adresse e‑mail
send = Recevoir l’e‑mail
sending = Envoi en cours…
did-you-mean = Vouliez-vous dire { $suggestion } ?
back-to-email = Revenir à l’e‑mail
back-to-sign-in = Revenir à la connexion

email-missing = Saisissez votre adresse e‑mail.
email-malformed = Saisissez-la sous la forme nom@example.com.
email-refused = Ce service n’accepte pas cette adresse. Vérifiez qu’elle ne contient pas de faute de frappe.
code-too-early = C’est un code, et il ne fonctionne que là où vous l’avez demandé. Saisissez votre adresse e‑mail pour en recevoir un nouveau ici.

## Check your email

check-title = Consultez vos e‑mails
check-lead = Si un compte est associé à { $email }, vous recevrez un e‑mail contenant un lien.
check-lead-code = Si un compte est associé à { $email }, vous recevrez un e‑mail contenant un code.
check-lead-both = Si un compte est associé à { $email }, vous recevrez un e‑mail contenant un lien et un code.
hosted-check = Le lien ouvre une page de ce service dans votre navigateur. Choisissez-y votre nouveau mot de passe.
link-lifetime = { $minutes ->
    [one] Vous avez { $minutes } minute pour ouvrir le lien.
   *[other] Vous avez { $minutes } minutes pour ouvrir le lien.
  }
link-lifetime-hours = { $hours ->
    [one] Vous avez { $hours } heure pour ouvrir le lien.
   *[other] Vous avez { $hours } heures pour ouvrir le lien.
  }
link-lifetime-days = { $days ->
    [one] Vous avez { $days } jour pour ouvrir le lien.
   *[other] Vous avez { $days } jours pour ouvrir le lien.
  }
check-spam = Rien après une minute ? Regardez dans vos spams et vérifiez l’adresse ci-dessus.
check-spam-quota = Rien après une minute ? Regardez dans vos spams et vérifiez l’adresse ci-dessus. Ce service limite le nombre d’e‑mails : si rien n’arrive, réessayez dans une heure.
open-mail = Ouvrir la messagerie
mail-app-open-failed = Impossible d’ouvrir votre application de messagerie. Ouvrez-la vous-même.
open-webmail = Ouvrir { $name }
paste-label = Collez le lien de l’e‑mail
paste-hint = Si le lien n’ouvre pas l’application.
paste-or-code-hint = Si l’e‑mail contient un code, vous pouvez aussi le saisir ici.
code-label = Saisissez le code ou collez le lien
code-only-label = Saisissez le code de l’e‑mail
continue = Continuer
checking = Vérification…
resend = Renvoyer l’e‑mail
resend-in = Renvoyer dans { $time }
resent = E‑mail renvoyé. Seul le plus récent fonctionne.
change-address = Utiliser une autre adresse
no-mailbox = Plus accès à cette boîte e‑mail ?
no-mailbox-lead = Pour protéger votre compte, nous n’envoyons les e‑mails de réinitialisation qu’à l’adresse qui lui est associée. Il vous reste des solutions :
no-mailbox-provider-title = Récupérez votre boîte e‑mail
no-mailbox-provider-text = Votre fournisseur de messagerie peut vous aider.
no-mailbox-other-title = Essayez une autre adresse
no-mailbox-other-text = Utilisez une autre adresse ajoutée à votre compte.
no-mailbox-support-title = Contactez l’assistance
no-mailbox-support-text = Nous vous demanderons de prouver votre identité.

no-link-or-code-found = Ce code ou ce lien n’est pas complet. Copiez-le de nouveau depuis l’e‑mail.
code-incomplete = Ce code n’est pas complet. Copiez-le de nouveau depuis l’e‑mail.
link-incomplete = Ce lien n’est pas complet. Copiez-le en entier depuis l’e‑mail.
link-of-other-service = Ce lien est destiné à un autre service.
link-of-click-tracker = Ce lien passe par un service qui compte les clics. Ouvrez-le depuis l’e‑mail ou copiez le code de l’e‑mail.
code-wrong = Ce code n’est pas le bon. Comparez-le à celui de l’e‑mail le plus récent.
code-wrong-tries = { $tries ->
    [one] Ce code n’est pas le bon. Il vous reste { $tries } tentative.
   *[other] Ce code n’est pas le bon. Il vous reste { $tries } tentatives.
  }
code-wrong-last-try = Ce code n’est pas le bon. Il vous reste 1 tentative ; ensuite, utilisez le lien.
code-only-wrong-last-try = Ce code n’est pas le bon. Il vous reste 1 tentative ; ensuite, demandez un nouvel e‑mail.
code-wrong-or-expired = Ce code n’est pas le bon ou a expiré. Utilisez l’e‑mail le plus récent ou demandez-en un nouveau.
code-expired = Ce code a expiré. Ouvrez le lien du même e‑mail ou demandez un nouvel e‑mail.
code-used = Cet e‑mail a déjà servi à choisir un mot de passe.
code-superseded = Il y a un e‑mail plus récent. Utilisez le code qu’il contient.
code-invalid = Ce code ne fonctionne pas ici. Ouvrez le lien reçu ou demandez un nouvel e‑mail.
code-only-invalid = Ce code a expiré ou ne fonctionne pas ici. Demandez un nouvel e‑mail.

## Choose a new password

reset-title = Choisissez un nouveau mot de passe
reset-checking = Vérification de votre lien…
reset-for = Pour { $email }
new-password = Nouveau mot de passe
confirm-password = Confirmez le mot de passe
second-factor = Code de votre application d’authentification
second-factor-hint = La validation en deux étapes est activée pour ce compte.
set-password = Modifier le mot de passe
setting-password = Modification du mot de passe…
rule-length = { $min ->
    [one] Au moins { $min } caractère
   *[other] Au moins { $min } caractères
  }
rule-length-so-far = { $have ->
    [one] { $have } caractère sur { $min }
   *[other] { $have } caractères sur { $min }
  }
rule-length-refused = { $have ->
    [one] { $have } caractère sur { $min }. Ajoutez-en { $more }.
   *[other] { $have } caractères sur { $min }. Ajoutez-en { $more }.
  }
rule-leaks = Absent des fuites de données connues
tip-words = Quelques mots sans rapport entre eux se retiennent facilement.
tip-manager = Enregistrez-le dans votre gestionnaire de mots de passe.
minutes-left = { $minutes ->
    [one] Ce lien fonctionne encore { $minutes } minute.
   *[other] Ce lien fonctionne encore { $minutes } minutes.
  }
hours-left = { $hours ->
    [one] Ce lien fonctionne encore { $hours } heure.
   *[other] Ce lien fonctionne encore { $hours } heures.
  }
days-left = { $days ->
    [one] Ce lien fonctionne encore { $days } jour.
   *[other] Ce lien fonctionne encore { $days } jours.
  }
expires-soon-title = { $minutes ->
    [one] Ce lien expire dans { $minutes } minute
   *[other] Ce lien expire dans { $minutes } minutes
  }
expires-soon-text = Ce que vous avez saisi reste ici.
renew = Recevoir un nouveau lien
renewed = Un nouveau lien est en route. Ouvrez-le : vous retrouverez ici ce que vous avez saisi.
caps-lock = La touche Verr. Maj est activée.

strength = Niveau de sécurité
strength-0 = Très faible
strength-1 = Faible
strength-2 = Moyen
strength-3 = Bon
strength-4 = Excellent
advice-common = Beaucoup de gens utilisent ce mot de passe ou un autre très proche.
advice-keyboard = Les touches voisines du clavier sont essayées en premier.
advice-repeat = Les répétitions n’apportent pas grand-chose.
advice-sequence = Les suites comme abc ou 6543 sont essayées en premier.
advice-date = Les dates et les années sont faciles à deviner.
advice-word = Un mot seul est facile à deviner.
advice-name = Les noms et prénoms sont faciles à deviner.
advice-substitution = Remplacer a par @ n’aide pas beaucoup.
advice-more-words = Ajoutez un ou deux mots peu courants.

breach-checking = Recherche dans les fuites de données…
breach-unknown = Impossible de vérifier les fuites de données connues. Vous pouvez continuer.

password-missing = Saisissez un nouveau mot de passe.
password-refused = Ce service n’a pas accepté ce mot de passe. Essayez-en un plus long.
passwords-differ = Les mots de passe ne correspondent pas. Saisissez de nouveau le second ou affichez le premier.
second-factor-wrong = Code incorrect. Saisissez celui que l’application affiche ; chaque code ne sert qu’une fois.
too-short = Utilisez plus de caractères.
too-short-min = { $min ->
    [one] Utilisez au moins { $min } caractère.
   *[other] Utilisez au moins { $min } caractères.
  }
too-long = Utilisez moins de caractères.
too-long-max = { $max ->
    [one] Utilisez au plus { $max } caractère.
   *[other] Utilisez au plus { $max } caractères.
  }
too-many-bytes = Trop long. Il y a de la place pour { $max } chiffres et lettres sans accent ; chaque lettre accentuée, signe d’un autre alphabet ou émoji prend de deux à quatre places.
password-characters = Mélangez minuscules, majuscules, chiffres et symboles comme ! ou ?.
password-common = Trop facile à deviner. Choisissez quelque chose de moins courant.
password-breached = Trouvé dans une fuite de données. Choisissez-en un autre.
password-personal = Retirez ce qui vient de votre adresse e‑mail.
password-product-name = Retirez le nom de ce service.
password-same = C’est votre mot de passe actuel. Choisissez-en un nouveau.

## Done

done-title = Mot de passe modifié
done-for = Connectez-vous avec { $email } et votre nouveau mot de passe.
sessions-ended = Tous les autres appareils ont été déconnectés à { $time }. Pour les utiliser, reconnectez-vous avec votre nouveau mot de passe.
sessions-kept = D’autres appareils sont peut-être encore connectés. Si quelqu’un d’autre connaissait votre ancien mot de passe, déconnectez-les dans les paramètres de votre compte.
close-hint = Vous pouvez fermer cette fenêtre.

## A link that does not work

expired-title = Ce lien a expiré
expired-text = Pour protéger votre compte, les liens ne fonctionnent que peu de temps. En recevoir un nouveau ne prend qu’un instant.
invalid-or-expired-title = Ce lien ne fonctionne pas
invalid-or-expired-text = Il a expiré, a déjà été utilisé ou est incomplet. Copiez-le en entier depuis l’e‑mail le plus récent ou demandez-en un nouveau.
used-title = Ce lien a déjà été utilisé
used-text = Il a servi à choisir un nouveau mot de passe. Si ce n’était pas vous, demandez tout de suite un nouveau lien et choisissez un autre mot de passe.
superseded-title = Il y a un e‑mail plus récent
superseded-text = Seul le lien de l’e‑mail le plus récent fonctionne. Ouvrez celui-là ou demandez-en un autre.
other-device-title = Ouvrez ce lien sur votre autre appareil
other-device-text = Il ne fonctionne que là où vous l’avez demandé. Ouvrez-le sur l’autre appareil ou demandez un nouveau lien pour celui-ci.
damaged-title = Ce lien n’est pas complet
damaged-text = Copiez-le en entier depuis l’e‑mail, du premier au dernier caractère, ou demandez-en un nouveau.
other-service-title = Ce lien est destiné à un autre service
other-service-text = Il ne concerne pas cette application : nous n’avons donc rien envoyé. Si vous n’attendiez pas cet e‑mail, supprimez-le.
hosted-link-title = Choisissez votre mot de passe sur la page du service
hosted-link-text = Cette application ne peut pas utiliser ce lien : rien n’a été modifié. Ouvrez-le depuis l’e‑mail dans votre navigateur et choisissez-y votre nouveau mot de passe.
account-closed-title = Ce compte est bloqué
account-closed-text = Le service l’a bloqué : votre mot de passe n’a donc pas été modifié. Contactez l’assistance pour débloquer le compte.
unsupported-factor-title = Votre seconde étape n’est pas prise en charge
unsupported-factor-text = La validation en deux étapes de ce compte utilise une méthode que cette application ne prend pas en charge. Votre mot de passe n’a pas été modifié. Contactez l’assistance.
hosted-failed-title = Votre mot de passe n’a pas été modifié
hosted-failed-text = Aucun nouveau mot de passe n’a été enregistré sur la page ouverte dans votre navigateur. Recommencez et rouvrez la page.
return-unknown-title = Nous ignorons si votre mot de passe a été modifié
return-unknown-text = Ce lien ne vient pas d’une page ouverte par cette application. Essayez votre nouveau mot de passe ; s’il ne fonctionne pas, recommencez.
send-new-link = Envoyer un nouveau lien
ask-new-link = Recevoir un nouveau lien
other-device-ask = Recevoir un lien pour cet appareil

## The service cannot be reached, or does not answer

offline = Impossible de joindre le service. Vérifiez votre connexion, puis réessayez.
offline-title = Vous êtes hors ligne
offline-text = Nous continuerons dès que vous serez de nouveau en ligne. Rien de ce que vous avez saisi n’est perdu.
waiting-for-connection = En attente de connexion…
wait-title = Trop de tentatives
wait-text = Pour votre sécurité, attendez un instant avant de réessayer.
down-title = Un problème est survenu de notre côté
down-text = Réessayez dans quelques minutes. Rien de ce que vous avez saisi n’est perdu.
timed-out = Le service a mis trop de temps à répondre. Réessayez.
tls-error = Impossible d’établir une connexion sécurisée. Sur un Wi-Fi public, passez d’abord par la page de connexion du réseau. Vérifiez aussi la date et l’heure de cet appareil.
proxy-error = Le proxy de votre réseau a bloqué la connexion au service. Adressez-vous à la personne qui gère ce réseau ou utilisez-en un autre.
captcha-required = Ce service vérifie que vous n’êtes pas un robot, ce qui est impossible dans cette application. Choisissez un nouveau mot de passe sur le site du service.
rate-limited = Trop de tentatives. Réessayez dans { $time }.
rate-limited-no-time = Trop de tentatives. Réessayez dans une minute.
not-configured = Cette application ne sait pas de quel service dépend votre compte. Adressez-vous à la personne qui vous l’a fournie.
unexpected-response = La réponse reçue ne vient pas du service. Sur un Wi-Fi public, passez d’abord par la page de connexion du réseau ; sinon, demandez de l’aide.
invalid-response = Cette application ne comprend pas la réponse du service. Réessayez plus tard ou demandez de l’aide.
invalid-response-details = Cette application ne comprend pas la réponse du service. Réessayez plus tard. Si vous demandez de l’aide, indiquez ceci : { $answer }

## Shown once, above the screen

memory-only = Gardez cette application ouverte jusqu’à la fin. Cet appareil ne peut pas conserver votre demande de façon sécurisée.
newer-link = Un lien plus récent a été ouvert. C’est lui que nous utilisons.
bad-link-ignored = Un autre lien a été ouvert, mais il ne fonctionne pas. Vous pouvez continuer ici.
clock-wrong = L’horloge de cet appareil est mal réglée : les heures affichées ici peuvent être fausses. Réglez la date et l’heure.
