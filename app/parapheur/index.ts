/** The parapheur: documents go from desk to desk until they are signed. */
export { openFolder, type NewFolder } from './circuit/open_folder.js'
export { withdrawFolder } from './circuit/act.js'
export { folderRefused, folderSigned, type Origin } from './events.js'
export { provisionParapheur } from './provision.js'
export { nudgingOfFolder } from './circuit/nudges.js'
export { gesturesFor } from './circuit/gestures.js'
export { folderSummary, type FolderSummary } from './summary.js'
export { bordereauOf } from './bordereau/bordereau.js'
