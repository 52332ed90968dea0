/* Only what opens a .p12: the rest of the library stays out of the page. */
import forge from 'node-forge/lib/forge.js'
import 'node-forge/lib/asn1.js'
import 'node-forge/lib/aes.js'
import 'node-forge/lib/des.js'
import 'node-forge/lib/rc2.js'
import 'node-forge/lib/sha1.js'
import 'node-forge/lib/sha256.js'
import 'node-forge/lib/sha512.js'

export default forge
