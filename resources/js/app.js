import { confirmations } from './confirm.js'
import { dialogs } from './dialogs.js'
import { themes } from './theme.js'
import { toasts } from './toast.js'
import { wake } from './wake.js'

/*
 * Every page works without this file: it only spares steps. Behaviours listen on the document, so
 * that the parts of a page which replace themselves need no second start.
 */
confirmations()
dialogs()
themes()
toasts()
wake()
// A form that was sent with its files puts the answer in the place of the page
document.addEventListener('body:replaced', wake)
