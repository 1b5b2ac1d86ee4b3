import { MdaiApp } from 'cdk8s-mdai';
import { sampling } from './sampling';

const app = new MdaiApp();
sampling(app);
app.synth();
