/* Only what opens a .p12: the rest of the library stays out of the page. */
import forge from 'node-forge/lib/forge.js'
import 'node-forge/lib/asn1.js'
import 'node-forge/lib/pki.js'
import 'node-forge/lib/pkcs12.js'

export default forge
