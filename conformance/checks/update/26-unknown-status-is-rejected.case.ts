import { refusal } from '../../engine/check.js';

export default refusal('UPDATE-26');
