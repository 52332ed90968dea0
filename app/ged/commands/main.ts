import { FsLoader } from '@adonisjs/core/ace'

/** The commands of the GED: every file of this folder whose name begins by its own. */
const loader = new FsLoader(import.meta.dirname, (file: string) => file.startsWith('ged_'))

export const getMetaData = () => loader.getMetaData()
export const getCommand = (metaData: never) => loader.getCommand(metaData)
