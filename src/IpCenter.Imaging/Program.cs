using IpCenter.Imaging.Worker;

return await WorkerLoop.RunAsync(args);
