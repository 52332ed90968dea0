/** The rooms of the house: what each declares, subscribes to and runs. */
import '#kernel/journal/sealing'
