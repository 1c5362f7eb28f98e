using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>
/// One run of a program: its settings, its configuration and everything it has registered. The current one is local to the
/// asynchronous call that runs the program, so runs can be nested or parallel.
/// </summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<Deployment?> _current = new();
    private readonly DeploymentInstance _instance;
    private readonly MockMonitor _monitor;
    private readonly TaskTracker _tasks;
    private readonly List<string> _errors = [];

    private Deployment(IMocks mocks, TestOptions options)
    {
        ProjectName = options.ProjectName ?? "project";
        StackName = options.StackName ?? "stack";
        OrganizationName = options.OrganizationName ?? "organization";
        RootDirectory = options.RootDirectory;
        IsDryRun = options.IsPreview ?? true;
        Config = ConfigValues.FromEnvironment();
        _instance = new DeploymentInstance(this);
        _monitor = new MockMonitor(mocks, ProjectName, StackName);
        _tasks = new TaskTracker(Fail);
    }

    /// <summary>The run that the calling code is part of.</summary>
    public static DeploymentInstance Instance => Current._instance;

    internal static Deployment Current => _current.Value
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'RunAsync' was called.");

    internal string ProjectName { get; }

    internal string StackName { get; }

    internal string OrganizationName { get; }

    internal string? RootDirectory { get; }

    internal bool IsDryRun { get; }

    internal ConfigValues Config { get; }

    internal Stack? Stack { get; set; }

    /// <summary>Makes the current run, if there is one, wait for the task and fail with it.</summary>
    internal static void Track(Task task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            _current.Value?._tasks.Add(task);
        }
    }

    internal void LogError(string message)
    {
        lock (_errors)
        {
            _errors.Add(message);
        }
    }

    private void Fail(Exception exception)
    {
        LogError(exception switch
        {
            RunException => exception.Message,
            ResourceException { HideStack: true } => exception.Message,
            ResourceException => exception.ToString(),
            _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{exception}",
        });

        // The code with which a program tells the CLI that its errors have been shown already.
        Environment.ExitCode = 32;
    }
}
