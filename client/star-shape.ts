/** The product's star as a path around the middle of a box from -12 to 12. */
export const STAR = 'M0-10 2.9-3.6 9.8-2.9 4.6 1.7 6.2 8.6 0 5-6.2 8.6-4.6 1.7-9.8-2.9-2.9-3.6Z'
