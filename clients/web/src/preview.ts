import { reloadOnSave } from './preview/reload';

reloadOnSave(window);
