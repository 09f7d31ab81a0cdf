import type { Text } from './editor-texts';

/**
 * Everything that can be wrong with what an editor wrote. Each sentence says what to do;
 * `{name}` is filled in. It is said in the language of the editor's panel.
 */
export const editorProblems = {
  'closes-before-opens': {
    en: 'Choose a closing date that is after the opening date.',
    fr: 'Choisissez une date de fermeture postérieure à la date d’ouverture.',
  },
  'goal-not-positive': {
    en: 'Write a whole number above zero, or leave the goal empty.',
    fr: 'Indiquez un nombre entier supérieur à zéro, ou laissez l’objectif vide.',
  },
  'display-from-negative': {
    en: 'Write zero or more.',
    fr: 'Indiquez zéro ou plus.',
  },
  'scripts-not-allowed': {
    en: 'Only people who may write scripts can change those of this page. Nothing was saved.',
    fr: 'Seules les personnes autorisées à écrire des scripts peuvent modifier ceux de cette page. Rien n’a été enregistré.',
  },
  'scripts-not-copied': {
    en: 'This page has scripts, and only people who may write scripts can copy it. Nothing was saved.',
    fr: 'Cette page contient des scripts; seules les personnes autorisées à en écrire peuvent la dupliquer. Rien n’a été enregistré.',
  },
  'script-origin-unlisted': {
    en: 'Scripts may not come from {origin}: whoever runs the server can allow it in CAMPAIGN_ACTIONS_SCRIPT_ORIGINS.',
    fr: 'Les scripts ne peuvent pas venir de {origin}; la personne qui gère le serveur peut l’autoriser dans CAMPAIGN_ACTIONS_SCRIPT_ORIGINS.',
  },
  'script-inline-at-risk': {
    en: 'Signers of this page are at risk: no code of its own here, only scripts by address, with a fingerprint.',
    fr: 'Les signataires de cette page sont à protéger : aucun code ici, seulement des scripts par adresse, avec une empreinte.',
  },
  'script-integrity-at-risk': {
    en: 'Signers of this page are at risk: add the fingerprint, so that browsers refuse the script once it is changed.',
    fr: 'Les signataires de cette page sont à protéger : ajoutez l’empreinte, pour que les navigateurs refusent un script modifié.',
  },
  'domain-invalid': {
    en: '“{domain}” is no domain: write the part behind the @, for example example.org.',
    fr: '« {domain} » n’est pas un domaine : écrivez ce qui suit le @, par exemple example.org.',
  },
  'country-unknown': {
    en: '“{country}” is no country code: write two letters, for example CA for Canada.',
    fr: '« {country} » n’est pas un code de pays : écrivez deux lettres, par exemple CA pour le Canada.',
  },
  'word-too-short': {
    en: '“{word}” is too short: it would hold almost everything. Write three letters or more.',
    fr: '« {word} » est trop court : presque tout serait retenu. Écrivez au moins trois lettres.',
  },
  'slug-taken': {
    en: '“{slug}” is already used in this language: choose another address.',
    fr: '« {slug} » est déjà utilisé dans cette langue : choisissez une autre adresse.',
  },
  'confirmation-sensitive': {
    en: 'Signers at risk must confirm by e-mail: choose to require it.',
    fr: 'Les signataires à protéger doivent confirmer par courriel : choisissez de l’exiger.',
  },
  'supporters-sensitive': {
    en: 'Signers at risk are never shown: switch this off.',
    fr: 'Les signataires à protéger ne sont jamais affichés : désactivez cette option.',
  },
  'supporters-unconfirmed': {
    en: 'Only supporters who confirmed by e-mail can be shown: require confirmation, or switch this off.',
    fr: 'Seuls les signataires qui ont confirmé par courriel peuvent être affichés : exigez la confirmation, ou désactivez cette option.',
  },
  'supporters-unasked': {
    en: 'Nobody is asked yet: add an opt-in “Show their name publicly” to the form, or switch this off.',
    fr: 'Personne n’est consulté : ajoutez au formulaire un consentement « Afficher leur nom publiquement », ou désactivez cette option.',
  },
  'consent-publish-required': {
    en: 'Being named must be free: do not require this opt-in.',
    fr: 'Chacun doit pouvoir refuser d’être nommé : n’exigez pas ce consentement.',
  },
  'statement-missing': {
    en: 'Write the petition text before publishing.',
    fr: 'Rédigez le texte de la pétition avant de publier.',
  },
  'letter-missing': {
    en: 'Write the letter, or points to make, before publishing.',
    fr: 'Rédigez la lettre, ou des arguments, avant de publier.',
  },
  'recipient-missing': {
    en: 'Write who receives the letter before publishing.',
    fr: 'Indiquez à qui la lettre est adressée avant de publier.',
  },
  'call-numbers-missing': {
    en: 'Add at least one phone number before publishing.',
    fr: 'Ajoutez au moins un numéro de téléphone avant de publier.',
  },
  'phone-number-invalid': {
    en: 'Write the number with digits, for example +1 613 555 0123.',
    fr: 'Écrivez le numéro en chiffres, par exemple +1 613 555 0123.',
  },
  'time-zone-unknown': {
    en: 'Write a time zone such as America/Toronto.',
    fr: 'Indiquez un fuseau horaire comme America/Toronto.',
  },
  'label-unreadable': {
    en: 'This label cannot be read: check its braces.',
    fr: 'Ce libellé est illisible : vérifiez ses accolades.',
  },
  'label-argument-unknown': {
    en: 'Only the number, {count}, can be filled in; “{argument}” cannot.',
    fr: 'Seul le nombre, {count}, peut être inséré; « {argument} » ne le peut pas.',
  },
  'label-number-missing': {
    en: 'Put the number into every form of the label.',
    fr: 'Insérez le nombre dans chaque forme du libellé.',
  },
  'link-invalid': {
    en: 'Write a whole link that begins with https://, http://, mailto: or tel:.',
    fr: 'Écrivez un lien complet qui commence par https://, http://, mailto: ou tel:.',
  },
  'web-address-invalid': {
    en: 'Write a whole web address that begins with https://.',
    fr: 'Écrivez une adresse Web complète qui commence par https://.',
  },
  'destination-missing': {
    en: 'Choose an action or write a link before publishing.',
    fr: 'Choisissez une action ou écrivez un lien avant de publier.',
  },
  'action-unknown': {
    en: 'This action does not exist any more: choose another one.',
    fr: 'Cette action n’existe plus : choisissez-en une autre.',
  },
  'action-itself': {
    en: 'An action cannot follow itself: choose another one.',
    fr: 'Une action ne peut pas se suivre elle-même : choisissez-en une autre.',
  },
  'script-empty': {
    en: 'Write the address of the script, or its code.',
    fr: 'Indiquez l’adresse du script, ou son code.',
  },
  'script-twice': {
    en: 'Keep either the address of the script or its code, not both.',
    fr: 'Gardez soit l’adresse du script, soit son code, pas les deux.',
  },
  'script-address-invalid': {
    en: 'Write an address that begins with https://.',
    fr: 'Écrivez une adresse qui commence par https://.',
  },
  'script-tag': {
    en: 'Write the code alone, without <script> tags.',
    fr: 'Écrivez le code seul, sans balises <script>.',
  },
  'integrity-invalid': {
    en: 'Write what the maker of the script gives, for example sha384-… in base64.',
    fr: 'Indiquez ce que fournit l’auteur du script, par exemple sha384-… en base64.',
  },
  'field-twice': {
    en: 'This field is in the form already: remove one of the two.',
    fr: 'Ce champ est déjà dans le formulaire : retirez l’un des deux.',
  },
  'name-invalid': {
    en: 'Use only letters and digits and begin with a small letter, for example memberNumber.',
    fr: 'N’utilisez que des lettres sans accent et des chiffres, en commençant par une minuscule, par exemple numeroMembre.',
  },
  'name-reserved': {
    en: '“{name}” belongs to a field of the system: choose another name.',
    fr: '« {name} » appartient à un champ du système : choisissez un autre nom.',
  },
  'name-twice': {
    en: 'The name “{name}” is used twice: change one of the two.',
    fr: 'Le nom « {name} » est utilisé deux fois : changez l’un des deux.',
  },
  'options-missing': {
    en: 'Write at least two different choices, one per line.',
    fr: 'Écrivez au moins deux choix différents, un par ligne.',
  },
  'blocks-unreadable': {
    en: 'This text cannot be read: write it again with the editor.',
    fr: 'Ce texte est illisible : réécrivez-le avec l’éditeur.',
  },
  'blocks-not-allowed': {
    en: 'Paragraph {block} holds something that is not allowed: use headings, lists, quotes, code, images and links only.',
    fr: 'Le paragraphe {block} contient un élément interdit : n’utilisez que des titres, listes, citations, code, images et liens.',
  },
  'blocks-link': {
    en: 'Paragraph {block} has a link that is not allowed: begin it with https://, http://, mailto: or tel:.',
    fr: 'Le paragraphe {block} contient un lien interdit : commencez-le par https://, http://, mailto: ou tel:.',
  },
  'blocks-image': {
    en: 'Paragraph {block} has an image from a place that is not allowed: choose one from the media library.',
    fr: 'Le paragraphe {block} contient une image d’origine interdite : choisissez-en une dans la médiathèque.',
  },
  'blocks-character': {
    en: 'Paragraph {block} holds characters that cannot be stored: write it again.',
    fr: 'Le paragraphe {block} contient des caractères impossibles à enregistrer : réécrivez-le.',
  },
  'blocks-too-deep': {
    en: 'Paragraph {block} holds lists within lists too many times: make it flatter.',
    fr: 'Le paragraphe {block} contient trop de listes imbriquées : simplifiez-le.',
  },
  'image-svg': {
    en: 'Choose an image such as PNG, JPEG or WebP: an SVG file can hold scripts.',
    fr: 'Choisissez une image PNG, JPEG ou WebP, par exemple : un fichier SVG peut contenir des scripts.',
  },
  'mail-placeholder-unknown': {
    en: '{placeholder} cannot be filled in: use only {givenName}, {title} and {organisation}.',
    fr: '{placeholder} ne peut pas être rempli : utilisez seulement {givenName}, {title} et {organisation}.',
  },
  'mail-subject-name': {
    en: 'Leave the name out of the subject: others may see it. Use it in the text.',
    fr: 'Retirez le nom de l’objet : d’autres peuvent le voir. Utilisez-le dans le texte.',
  },
  'test-mails-enough': {
    en: 'You have had several test mails within a minute: wait a moment.',
    fr: 'Vous avez reçu plusieurs courriels d’essai en une minute : attendez un instant.',
  },
  'test-mail-refused': {
    en: 'The mail server did not take the test mail: ask your administrator to look at SMTP_URL.',
    fr: 'Le serveur de courriel n’a pas accepté l’essai : demandez à l’administration de vérifier SMTP_URL.',
  },
  'test-signatures-enough': {
    en: 'You have started many tests within an hour: wait a while.',
    fr: 'Vous avez lancé beaucoup d’essais en une heure : attendez un peu.',
  },
  'test-unpublished': {
    en: 'Publish the action first: then a test can go the whole way.',
    fr: 'Publiez d’abord l’action : un essai pourra alors aller jusqu’au bout.',
  },
  'public-signature-handmade': {
    en: 'Public signatures come from supporters who agreed to be shown; none can be written here.',
    fr: 'Les signatures publiques viennent de personnes qui ont accepté d’être affichées; on ne peut pas en écrire ici.',
  },
  'public-signature-edited': {
    en: 'What a supporter said cannot be changed: publish it as it is, leave it as a draft, or delete it.',
    fr: 'Les propos d’une personne signataire ne peuvent pas être modifiés : publiez-les tels quels, laissez-les en brouillon ou supprimez-les.',
  },
  'action-has-a-signature': {
    en: 'This action has 1 signature and cannot be deleted. Unpublish it to close it.',
    fr: 'Cette action compte 1 signature et ne peut pas être supprimée. Retirez-la de la publication pour la fermer.',
  },
  'action-has-signatures': {
    en: 'This action has {count} signatures and cannot be deleted. Unpublish it to close it.',
    fr: 'Cette action compte {count} signatures et ne peut pas être supprimée. Dépubliez-la pour la fermer.',
  },
  'several-problems': {
    en: '{count} fields need a correction. {first}',
    fr: '{count} champs sont à corriger. {first}',
  },
} satisfies Record<string, Text>;

export type EditorProblem = keyof typeof editorProblems;

/** Says a problem in English or French. */
export const sayProblem = (
  problem: EditorProblem,
  language: keyof Text,
  values: Record<string, string | number> = {},
): string =>
  editorProblems[problem][language].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(values[name] ?? placeholder),
  );
