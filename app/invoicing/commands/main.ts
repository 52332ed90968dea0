import { FsLoader } from '@adonisjs/core/ace'

/** The commands of the invoices: every file of this folder but this one. */
const loader = new FsLoader(import.meta.dirname, (file: string) => !file.startsWith('main'))

export const getMetaData = () => loader.getMetaData()
export const getCommand = (metaData: never) => loader.getCommand(metaData)
