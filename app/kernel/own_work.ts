/** What the kernel does by itself, whatever the rooms: seals, files that nobody came for, keys. */
import './documents/forgetting.js'
import './journal/sealing.js'
import './uploads/forget.js'
