using Pulumi;

namespace Infra.Registry;

/// <summary>The image repositories of the stack file. Their names are fixed, because whatever builds images must know where to push them.</summary>
internal sealed class Repositories : ComponentResource
{
    private const string Type = "infra:index:Repositories";

    private readonly Dictionary<string, Ecr.Repository> _repositories;

    private Repositories(string name, IReadOnlyDictionary<string, RepositoryConfig> config, StackContext context)
        : base(Type, name)
    {
        _repositories = config.ToDictionary(
            entry => entry.Key, entry => CreateRepository($"{name}-{entry.Key}", entry.Key, entry.Value, context));
        RegisterOutputs();
    }

    /// <summary>Where to push to and pull from, by the names of the configuration; a tag or digest follows.</summary>
    public IReadOnlyDictionary<string, Output<string>> Urls =>
        _repositories.ToDictionary(entry => entry.Key, entry => entry.Value.RepositoryUrl);

    public IReadOnlyDictionary<string, Output<string>> Arns =>
        _repositories.ToDictionary(entry => entry.Key, entry => entry.Value.Arn);

    public static Repositories? For(string name, IReadOnlyDictionary<string, RepositoryConfig> config, StackContext context) =>
        config.Count > 0 ? new Repositories(name, config, context) : null;

    /// <summary>The URLs by the names of the configuration; empty without repositories.</summary>
    public static Output<ImmutableDictionary<string, string>> UrlsOf(Repositories? repositories) =>
        OutputMaps.Join(repositories?.Urls ?? new Dictionary<string, Output<string>>());

    private Ecr.Repository CreateRepository(string name, string key, RepositoryConfig config, StackContext context)
    {
        var args = new Ecr.RepositoryArgs
        {
            Name = context.Names.Repository(key),
            ImageTagMutability = config.ImmutableTags ? "IMMUTABLE" : "MUTABLE",
            ImageScanningConfiguration = new Ecr.Inputs.RepositoryImageScanningConfigurationArgs { ScanOnPush = config.ScanOnPush },
            ForceDelete = config.DeleteWithImages,
        };
        // ECR decrypts images itself, by a grant it is given when the repository is made, so that nothing that pulls needs the key.
        // https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
        if (context.KmsKeyArn is { } kmsKey)
        {
            args.EncryptionConfigurations = [new Ecr.Inputs.RepositoryEncryptionConfigurationArgs { EncryptionType = "KMS", KmsKey = kmsKey }];
        }

        var repository = new Ecr.Repository(name, args, this.Child());
        _ = new Ecr.LifecyclePolicy(
            name, new Ecr.LifecyclePolicyArgs { Repository = repository.Name, Policy = ImageLifecycle.Json(config.KeepImages) }, this.Child());
        return repository;
    }
}
