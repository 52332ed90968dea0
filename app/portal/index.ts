/** The portal is the last room: it shows the others, and nobody asks anything of it. */
export {}
