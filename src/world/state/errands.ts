/** Code for nobody being sent for anything; otherwise the index of the item in STORE_ITEMS. */
export const NO_ERRAND = -1;
