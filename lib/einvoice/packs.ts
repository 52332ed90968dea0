/** The packs of official rules that the operator imported, side by side. */
export { importPack, PackRefused } from './packs/import_pack.js'
export { Packs } from './packs/packs.js'
export { SHEETS, type SheetName } from './packs/sheet_kinds.js'
