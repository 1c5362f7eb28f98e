using Pulumi;

namespace Infra.Registry;

internal sealed record RepositoriesArgs
{
    public required StackContext Context { get; init; }

    public required IReadOnlyDictionary<string, RepositoryConfig> Config { get; init; }
}

/// <summary>The ECR repositories of the stack file. Their names are predictable, so that build pipelines know where to push images.</summary>
internal sealed class Repositories : ComponentResource, IStackPart
{
    private const string Type = "infra:index:Repositories";

    private readonly Dictionary<string, Ecr.Repository> _repositories;

    public Repositories(string name, RepositoriesArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        _repositories = args.Config.ToDictionary(
            entry => entry.Key, entry => CreateRepository($"{name}-{entry.Key}", entry.Key, entry.Value, args.Context));
        RegisterOutputs();
    }

    /// <summary>The URLs to push to and pull from, without a tag, by the names in the stack file.</summary>
    public IReadOnlyDictionary<string, Output<string>> Urls =>
        _repositories.ToDictionary(entry => entry.Key, entry => entry.Value.RepositoryUrl);

    public IReadOnlyDictionary<string, Output<string>> RepositoryArns =>
        _repositories.ToDictionary(entry => entry.Key, entry => entry.Value.Arn);

    public IReadOnlyDictionary<string, Output<string>> Placeholders =>
        _repositories.ToDictionary(entry => RepositoriesDescription.Placeholder(entry.Key), entry => entry.Value.RepositoryUrl);

    private Ecr.Repository CreateRepository(string name, string key, RepositoryConfig config, StackContext context)
    {
        var args = new Ecr.RepositoryArgs
        {
            Name = context.Names.Repository(key),
            ImageTagMutability = config.ImmutableTags ? "IMMUTABLE" : "MUTABLE",
            ImageScanningConfiguration = new Ecr.Inputs.RepositoryImageScanningConfigurationArgs { ScanOnPush = config.ScanOnPush },
            ForceDelete = config.DeleteWithImages,
        };
        // ECR decrypts images itself, with a grant it creates together with the repository, so clients need no access to the key.
        // https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
        if (context.KmsKeyArn is { } kmsKey)
        {
            args.EncryptionConfigurations = [new Ecr.Inputs.RepositoryEncryptionConfigurationArgs { EncryptionType = "KMS", KmsKey = kmsKey }];
        }

        var repository = new Ecr.Repository(name, args, this.DataChild(isProtected: !config.DeleteWithImages));
        _ = new Ecr.LifecyclePolicy(
            name, new Ecr.LifecyclePolicyArgs { Repository = repository.Name, Policy = ImageLifecycle.Json(config.KeepImages) }, this.Child());
        return repository;
    }
}
