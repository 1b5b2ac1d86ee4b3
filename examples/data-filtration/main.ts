import { MdaiApp } from 'cdk8s-mdai';
import { filtration } from './filtration';

const app = new MdaiApp();
filtration(app);
app.synth();
