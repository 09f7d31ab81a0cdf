import { reloadOnSave, reloadWhenSaved } from './preview/reload';

reloadOnSave(window);
void reloadWhenSaved(window);
