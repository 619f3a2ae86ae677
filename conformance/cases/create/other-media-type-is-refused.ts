import { refusal } from '../../kit/check.js';

export default refusal('CREATE-27');
