/** The rooms of the house: what each declares, subscribes to and runs; in the order of the rail. */
import '#portal/capability'
import '#kernel/journal/sealing'
import '#archiving/subscriptions'
