/** The list: what a room declares of its tables, and what it gets for it (decision 0081). */
export { lastBatch, runBatch } from './batch.js'
export type { Cell, Choice, Column, Filter, Gesture, ListDeclaration } from './declaration.js'
export { FORMATS, listFile } from './file.js'
export { listPage } from './page.js'
export { forgetView, saveView } from './views.js'
