import { defineError } from '#lib/errors'

export const SpaceMissing = defineError(
  'E_GED_SPACE_MISSING',
  'Cet espace n’existe pas, ou ne vous est pas ouvert.',
  404
)
export const NodeMissing = defineError(
  'E_GED_MISSING',
  'Ce document ou ce dossier n’existe pas, ou ne vous est pas ouvert. Revenez à l’espace pour le retrouver.',
  404
)
export const NoDocumentChosen = defineError(
  'E_GED_NO_DOCUMENT',
  'Choisissez au moins un document : un dossier s’ouvre, puis s’emporte de l’intérieur.'
)
export const NotAllowed = defineError(
  'E_GED_NOT_ALLOWED',
  'Vos droits ici ne le permettent pas : demandez à qui gère cet espace.',
  403
)
export const FolderClosed = defineError(
  'E_GED_CLOSED',
  'Le dossier « %s » est clos : ce qu’il contient se lit, et ne change plus.',
  409
)
export const FolderEmpty = defineError(
  'E_GED_CLOSING_EMPTY',
  'Ce dossier ne contient aucun document : il n’y a rien à clore.',
  409
)
export const FolderTooLarge = defineError(
  'E_GED_CLOSING_LARGE',
  'Ce dossier contient plus de %s documents : closez ses dossiers l’un après l’autre.',
  409
)
export const FolderNotClosed = defineError(
  'E_GED_NOT_CLOSED',
  'Ce dossier n’a pas été clos lui-même : il n’y a rien à rouvrir ici.',
  409
)
export const ClosedDeposited = defineError(
  'E_GED_CLOSED_DEPOSITED',
  'Ce dossier est versé aux archives : il ne se rouvre plus.',
  409
)
export const NameTaken = defineError(
  'E_GED_NAME_TAKEN',
  'Il y a déjà « %s » ici : choisissez un autre nom.',
  409
)
export const NameRefused = defineError('E_GED_NAME', '%s', 409)
export const NowhereToMove = defineError(
  'E_GED_MOVE',
  'Un dossier ne se range pas dans lui-même ni dans l’un des siens.',
  409
)
export const TypeUnknown = defineError('E_GED_TYPE_UNKNOWN', 'Aucun type ne s’appelle « %s ».')
export const TypeMissing = defineError(
  'E_GED_TYPE_MISSING',
  'Ce type de documents n’existe pas.',
  404
)
export const FieldRefused = defineError('E_GED_FIELD', '%s')
export const NotInTrash = defineError(
  'E_GED_NOT_IN_TRASH',
  'Ceci n’est pas à la corbeille : il n’y a rien à rétablir.',
  409
)
export const OwnTenant = defineError(
  'E_GED_SHARE_ITSELF',
  'Une collectivité ne partage pas un espace avec elle-même.',
  409
)
export const GuestUnknown = defineError(
  'E_GED_GUEST_UNKNOWN',
  'Aucun membre ne s’appelle « %s » : écrivez son nom entier, ou son SIREN.'
)
export const PersonalSpace = defineError(
  'E_GED_SHARE_PERSONAL',
  'Un espace personnel ne se partage pas.',
  409
)

export const ArchiveUnsafe = defineError(
  'E_GED_ARCHIVE_UNSAFE',
  'L’archive est refusée en entier : « %s » %s.'
)
export const ArchiveUnreadable = defineError(
  'E_GED_ARCHIVE_UNREADABLE',
  'Cette archive ne s’ouvre pas : elle est incomplète, ou n’est pas un ZIP.'
)
export const ImportRunning = defineError(
  'E_GED_IMPORT_RUNNING',
  'Un import de « %s » est déjà en cours dans cet espace : attendez sa fin, puis relancez-le au besoin.',
  409
)
export const EntryDamaged = defineError(
  'E_GED_ENTRY_DAMAGED',
  '« %s » est abîmé dans l’archive : préparez-la à nouveau.'
)
export const EntryLocked = defineError(
  'E_GED_ENTRY_LOCKED',
  '« %s » est protégé par un mot de passe dans l’archive : retirez-le.'
)
export const EntryIsLink = defineError(
  'E_GED_LINK',
  '« %s » est un lien : les liens ne sont jamais suivis.'
)
export const EntryNotFile = defineError(
  'E_GED_NOT_A_FILE',
  '« %s » n’est ni un fichier ni un dossier.'
)
export const EntryUnreadable = defineError(
  'E_GED_UNREADABLE',
  '« %s » ne se lit pas : vérifiez ses droits, et qu’il est toujours là.'
)
export const MailUnreadable = defineError(
  'E_GED_MAIL_UNREADABLE',
  'Ce message ne se lit pas : il n’a pas la forme d’un courriel.'
)
export const DayRefused = defineError(
  'E_GED_DATE',
  'Le jour « %s » n’existe pas : écrivez-le sous la forme jj/mm/aaaa.'
)
export const DurationRefused = defineError(
  'E_GED_DURATION',
  'La durée « %s » ne se lit pas : écrivez-la comme « 10 ans » ou « 6 mois ».'
)
export const FinalActionUnknown = defineError(
  'E_GED_FINAL_ACTION',
  'Le sort final « %s » n’est pas connu : écrivez conservation, élimination ou tri.'
)
export const EntryFailed = defineError(
  'E_GED_FAILED',
  '« %s » n’a pas pu être gardé : une erreur est survenue de notre côté. Relancez l’import ; si elle revient, prévenez l’exploitant.',
  500
)
export const FilesMissing = defineError('E_GED_NO_FILE', 'Choisissez au moins un fichier.')
export const FolderNotFound = defineError(
  'E_GED_NO_SUCH_FOLDER',
  'Aucun dossier « %s » dans cet espace : écrivez son chemin, comme Voirie/2026, ou rien pour la racine.'
)

/** The same whether it never was, is expired, revoked or spent: who guesses learns nothing. */
export const LinkMissing = defineError(
  'E_GED_LINK_MISSING',
  'Ce lien ne mène à rien, ou plus à rien : demandez-en un autre à qui vous l’a donné.',
  404
)
export const DropNeedsFolder = defineError(
  'E_GED_LINK_DROP',
  'On dépose dans un dossier : ouvrez ce lien depuis le dossier qui reçoit.'
)
export const LinkDayRefused = defineError(
  'E_GED_LINK_DAY',
  'Choisissez un jour à venir, d’ici un an : le lien se ferme à la fin de ce jour.'
)
export const NothingDeposited = defineError(
  'E_GED_DEPOSIT_EMPTY',
  'Rien n’est encore déposé : choisissez au moins un fichier.'
)

export const SearchMissing = defineError(
  'E_GED_SEARCH_MISSING',
  'Cette recherche n’existe plus, ou ne vous est pas ouverte. Retrouvez les vôtres dans Documents.',
  404
)
export const SearchTooCommon = defineError(
  'E_GED_SEARCH_COMMON',
  'Ces mots sont partout : ajoutez un mot qui distingue ce que vous cherchez.'
)
export const TooManySearches = defineError(
  'E_GED_SEARCHES_MANY',
  'Vous gardez déjà %s recherches : oubliez-en une avant d’en garder une autre.',
  409
)

export const Held = defineError(
  'E_GED_HELD',
  '« %s » est gelé, et rien n’y change ni n’en disparaît : %s',
  409
)
export const HoldMissing = defineError(
  'E_GED_HOLD_MISSING',
  'Ce gel n’existe pas, est déjà levé, ou ne vous est pas ouvert.',
  404
)

export const CommentMissing = defineError(
  'E_GED_COMMENT_MISSING',
  'Ce commentaire n’existe pas, ou n’est pas le vôtre.',
  404
)
export const MentionRefused = defineError('E_GED_MENTION', '%s')
export const RelationMissing = defineError(
  'E_GED_RELATION_MISSING',
  'Cette relation n’existe plus, ou ne vous est pas ouverte.',
  404
)
export const RelationRefused = defineError('E_GED_RELATION', '%s')

export const DayToCome = defineError(
  'E_GED_DAY_TO_COME',
  'Choisissez un jour passé, ou aujourd’hui : le dossier de demain n’existe pas encore.'
)

export const MailParts = defineError(
  'E_GED_MAIL_PARTS',
  'Ce message porte %s pièces : %s au plus se rangent à côté de lui. L’exploitant peut l’importer par sa commande.'
)
export const InletMissing = defineError(
  'E_GED_INLET_MISSING',
  'Cette arrivée n’existe pas, ou plus.',
  404
)
export const InletTwice = defineError(
  'E_GED_INLET_TWICE',
  'Ce dossier ou cette boîte est déjà relevé : fermez d’abord l’autre arrivée.',
  409
)
export const ScansMissing = defineError(
  'E_GED_SCANS_MISSING',
  'Le dossier de numérisation « %s » n’est pas sur le serveur : demandez à l’exploitant de le créer.'
)
export const ScansReadOnly = defineError(
  'E_GED_SCANS_READ_ONLY',
  'Le dossier de numérisation « %s » ne se laisse pas écrire, et ce qui est pris doit y être déplacé : demandez à l’exploitant d’en donner le droit.'
)
export const MailHostRefused = defineError('E_GED_MAIL_HOST', '%s')
export const MailboxSilent = defineError(
  'E_GED_MAILBOX_SILENT',
  'La boîte ne répond pas (%s) : vérifiez le serveur et le port.'
)
export const MailboxLogin = defineError(
  'E_GED_MAILBOX_LOGIN',
  'La boîte refuse cet identifiant ou ce mot de passe : vérifiez-les, ou créez un mot de passe d’application.'
)
export const MailboxAbsent = defineError(
  'E_GED_MAILBOX_ABSENT',
  'Cette boîte n’a pas de dossier « %s » : INBOX est celui où les courriels arrivent.'
)
